using System.Text;
using Attest.Engine.Publishing;
using Attest.Web;

namespace Attest.Commands;

/// <summary>A story as Markdown (CommonMark). What comes from reports is text in it, never markup.</summary>
internal static class StoryMarkdown
{
    public static string Of(StoryDocument story)
    {
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');
        Line($"# {Safe(story.Question)}");
        Line();
        if (story.Sample)
            Line("*Sample data: outlets, people and figures are invented.*\n");
        Line($"As of {Times.Full(story.AsOf)}. {Words.Count(story.Counts.Reports, "report")}, {Words.Count(story.Counts.Origins, "independent origin")}.");
        Paragraph(text, string.Join(' ', story.Summary.Select(s => Safe(s.Text))));
        if (story.WhatChanged.Text.Length > 0)
            Paragraph(text, "**What changed:** " + Safe(story.WhatChanged.Text));
        foreach (var (group, heading) in new[]
        {
            (Standings.Confirmed, "What’s confirmed"), (Standings.Disputed, "Disputed"), (Standings.Unconfirmed, "Still unconfirmed"), (Standings.Refuted, "Refuted"),
            (Standings.Retracted, "Corrections"), (Standings.Revised, "Out of date"),
        })
            Claims(text, heading, story.Claims.Where(c => c.Kind != "utterance" && Standings.Group(c.Standing) == group));
        if (!story.Updates.IsEmpty)
            Paragraph(text, "## Updates");
        foreach (var update in story.Updates)
        {
            Paragraph(text, $"### {Safe(update.Headline)}");
            Paragraph(text, $"{Times.Full(update.At)}{(update.Confidence is { } c ? FormattableString.Invariant($" · {c * 100:F0}% ({update.Word})") : "")}");
            Paragraph(text, string.Join(' ', update.Summary.Select(s => Safe(s.Text))));
        }
        Paragraph(text, "## Reports");
        Line();
        foreach (var report in story.Reports)
            Line($"- {Safe(report.Outlet)}: {Linked(report)}, {Times.Full(report.Published)}");
        return text.ToString();
    }

    private static void Claims(StringBuilder text, string heading, IEnumerable<ClaimDocument> claims)
    {
        var listed = claims.ToList();
        if (listed.Count == 0)
            return;
        Paragraph(text, "## " + heading);
        text.Append('\n');
        foreach (var claim in listed)
            text.Append($"- {Safe(claim.Text)} ({claim.Standing}; {Words.Backing(claim)})\n");
    }

    private static void Paragraph(StringBuilder text, string paragraph)
    {
        if (paragraph.Length > 0)
            text.Append('\n').Append(paragraph).Append('\n');
    }

    private static string Linked(ReportDocument report)
    {
        string title = Safe(report.Title ?? report.Url);
        return Address.Linkable(report.Url) is { } url ? $"[{title}](<{url.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)" : title;
    }

    /// <summary>Every sign that could begin markup is escaped; those that do so only at the begin of a line, only there.</summary>
    private static string Safe(string text)
    {
        string plain = Terminal.Plain(text).Trim();
        var safe = new StringBuilder(plain.Length);
        int digits = plain.TakeWhile(char.IsAsciiDigit).Count();
        for (int i = 0; i < plain.Length; i++)
        {
            bool begins = (i == 0 && (plain[i] is '#' or '-' or '+' or '=')) || (i == digits && i > 0 && (plain[i] is '.' or ')'));
            if (begins || plain[i] is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '&' or '$')
                safe.Append('\\');
            safe.Append(plain[i]);
        }
        return safe.ToString();
    }
}
