using System.Globalization;
using System.Text;

namespace Attest.Engine.Publishing;

/// <summary>A story as Markdown, to read or to quote: what it says, what changed, claims with their evidence. Texts from reports are escaped.</summary>
public static class StoryMarkdown
{
    /// <summary>Characters that could begin markup or HTML anywhere in a line.</summary>
    private const string Special = "\\`*_[]<>#|~&!$";

    /// <summary>The file's bytes: UTF-8, LF.</summary>
    public static byte[] Write(StoryDocument story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var text = new StringBuilder();
        text.Append("# ").Append(Safe(story.Question)).Append("\n\n");
        if (story.Sample)
            text.Append("*Sample data: outlets, people and figures are invented.*\n\n");
        text.Append(CultureInfo.InvariantCulture, $"As of {Time(story.AsOf)}, version {story.Version}. {story.Counts.Reports} reports, {story.Counts.Origins} independent origins.\n\n");
        foreach (var sentence in story.Summary)
            text.Append(Safe(sentence.Text)).Append(' ');
        text.Append(story.Summary.IsEmpty ? "" : "\n\n");
        foreach (var update in story.Updates)
            Update(text, update, story);
        text.Append("## Claims\n\n");
        var reports = story.Reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
        foreach (var claim in story.Claims.Where(c => c.Kind != "utterance"))
            Claim(text, claim, reports);
        var silent = story.Reports.Where(r => r.Flags.Contains("not-analysed") || r.Flags.Contains("text-removed")).ToArray();
        if (silent.Length > 0)
            text.Append("## Kept, but not analysed\n\n");
        foreach (var report in silent)
            text.Append("- ").Append(Safe(report.Outlet)).Append(": ").Append(Link(report.Url)).Append(report.Flags.Contains("text-removed") ? " (text removed)\n" : "\n");
        return Encoding.UTF8.GetBytes(text.ToString().TrimEnd('\n') + "\n");
    }

    private static void Update(StringBuilder text, UpdateDocument update, StoryDocument story)
    {
        text.Append("## ").Append(Safe(update.Headline)).Append("\n\n").Append(Time(update.At));
        if (update is { Confidence: { } confidence, Word: { } word })
            text.Append(CultureInfo.InvariantCulture, $" · {confidence * 100:F0}% ({word})");
        text.Append("\n\n");
        foreach (var correction in update.Corrections)
            if (story.Updates.FirstOrDefault(u => u.Id == correction.Update) is { } by)
                text.Append("**Corrected:** ").Append(Safe(by.Headline)).Append("\n\n");
        if (!update.Summary.IsEmpty)
            text.Append(Safe(string.Join(' ', update.Summary.Select(s => s.Text)))).Append("\n\n");
        foreach (var change in update.Changes)
            text.Append("- ").Append(Safe(change.Text)).Append('\n');
        text.Append(update.Changes.IsEmpty ? "" : "\n");
    }

    private static void Claim(StringBuilder text, ClaimDocument claim, Dictionary<string, ReportDocument> reports)
    {
        text.Append("### ").Append(Safe(claim.Text)).Append("\n\n").Append("**").Append(Standing(claim.Standing)).Append(".** ").Append(Safe(claim.Reason)).Append("\n\n");
        foreach (var evidence in claim.Evidence)
            if (reports.TryGetValue(evidence.Report, out var report))
                text.Append("- ").Append(Safe(report.Outlet)).Append(evidence.Stance == "refutes" ? ", against" : "").Append(evidence.Withdrawn ? ", withdrawn since" : "")
                    .Append(": “").Append(Safe(evidence.Quote)).Append("” ").Append(Link(report.Url)).Append('\n');
        text.Append(claim.Evidence.IsEmpty ? "" : "\n");
    }

    private static string Standing(string standing) => standing switch
    {
        "on-record" or "corroborated" => "Confirmed",
        "disputed" => "Disputed",
        "refuted" => "Refuted",
        "retracted" => "Retracted",
        "corrected" => "Corrected",
        "superseded" => "Out of date",
        "lapsed" => "Lapsed",
        _ => "Unconfirmed",
    };

    private static string Link(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? $"<{uri.AbsoluteUri}>" : "";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.Year == 1970 ? "time not given" : time.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Every sign that could begin markup is escaped; those that do so only at the begin of a line, only there.</summary>
    private static string Safe(string text)
    {
        string plain = XmlCharacters.Only(text).Trim();
        int digits = plain.TakeWhile(char.IsAsciiDigit).Count();
        var safe = new StringBuilder(plain.Length + 16);
        for (int i = 0; i < plain.Length; i++)
        {
            char c = plain[i];
            bool begins = (i == 0 && c is ('-' or '+' or '=')) || (i == digits && i > 0 && c is ('.' or ')'));
            if (begins || Special.Contains(c, StringComparison.Ordinal))
                safe.Append('\\');
            safe.Append(char.IsControl(c) ? ' ' : c);
        }
        return safe.ToString();
    }
}
