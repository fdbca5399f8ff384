using System.Collections.Immutable;
using Attest.Engine;
using Attest.Engine.Model;
using Attest.Engine.Text;
using Attest.Engine.Tracing;

namespace Attest.Tests.Tracing;

/// <summary>A story told report by report, with statements made by hand.</summary>
internal sealed class Told
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public ImmutableArray<TracedReport> Reports { get; private set; } = [];

    public static Outlet Outlet(string name, OutletKind kind = OutletKind.Newspaper, string? family = null) =>
        new(name, Host(name), kind, family ?? Host(name), OutletFactSource.Operator, true);

    public static Says Own(string content, bool access = false) => new(content, null, OwnAccess: access);

    public static Says By(SpeakerKind kind, string name, string content, string? body = null, string? from = null, bool itself = false, bool verbatim = false, bool direct = false) =>
        new(content, new Speaker(kind, name, name.ToLowerInvariant(), body, default, from, itself), itself, verbatim, direct);

    /// <summary>Adds a report and traces it; what it states must stand in its text.</summary>
    public TracedReport Add(Outlet outlet, string text, params Says[] says) => Add(outlet, text, null, says);

    public TracedReport Add(Outlet outlet, string text, string? byline, params Says[] says)
    {
        int number = Reports.Length;
        string url = FormattableString.Invariant($"https://{outlet.Host}/{number}");
        var report = new Report
        {
            Id = ReportId.Of(url),
            Version = 1,
            Url = url,
            Outlet = outlet,
            Byline = byline,
            Published = Noon.AddMinutes(number),
            At = Noon.AddMinutes(number),
            Text = text,
            ContentHash = ContentId.Hash(text),
        };
        var traced = Tracer.Trace(Reports, report, Analysed(text), [.. says.Select((s, i) => Statement(report, s, i))]);
        Reports = Reports.Add(traced);
        return traced;
    }

    /// <summary>A statement by its words.</summary>
    public sealed record Says(string Content, Speaker? Speaker, bool OwnAccess = false, bool Verbatim = false, bool Direct = false, Voice? Voice = null);

    private static string Host(string name) => name.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal) + ".example";

    private static Statement Statement(Report report, Says says, int number)
    {
        Span Find(string part) => report.Text.IndexOf(part, StringComparison.Ordinal) is var at and >= 0
            ? new Span(at, at + part.Length) : throw new ArgumentException($"'{part}' does not stand in '{report.Text}'");
        var content = Find(says.Content);
        return new Statement
        {
            Id = StatementId.Of(report.Id, report.Version, number),
            Report = report.Id,
            Version = report.Version,
            At = report.At,
            Quote = content,
            Content = content,
            Sentence = number,
            Wording = says.Content,
            Voice = says.Voice ?? (says.Speaker is null ? Voice.Asserts : Voice.Attributes),
            Speaker = says.Speaker is { } speaker ? speaker with { Span = report.Text.Contains(speaker.Name, StringComparison.Ordinal) ? Find(speaker.Name) : default } : null,
            Kind = ClaimKind.Occurrence,
            Proposition = new() { Predicate = "be", Lemmas = [.. Lemmas(says.Content)], Names = [.. says.Content.Split(' ').Where(w => char.IsUpper(w[0])).Select(w => w.Trim(',', '.'))] },
            AsOf = report.At,
            OwnAccess = says.OwnAccess,
            Verbatim = says.Verbatim,
            DirectKnowledge = says.Direct,
        };
    }

    private static IEnumerable<string> Lemmas(string content) =>
        content.Split([' ', ',', '.', '"'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.ToLowerInvariant()).Where(w => w.Length > 3 || char.IsDigit(w[0]));

    // One sentence without syntax, with its capitalised words as names: all that tracing asks of the text.
    private static AnalysedText Analysed(string text)
    {
        var names = ImmutableArray.CreateBuilder<Name>();
        int at = 0;
        foreach (string word in text.Split([' ', '\n']))
        {
            string bare = word.Trim('.', ',', '"', '(', ')');
            if (bare.Length > 0 && char.IsUpper(bare[0]))
                names.Add(new Name(NameKind.Person, new Span(at, at + word.Length), 0, 1, bare));
            at += word.Length + 1;
        }
        return new AnalysedText(text, [new Sentence(0, 0, new Span(0, text.Length), [], names.ToImmutable())]);
    }
}
