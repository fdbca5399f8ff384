using System.Collections.Immutable;
using Attest.Engine;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Tests.Matching;

/// <summary>Makes statements by hand: <c>Said.By("herald").That("recall", who: "Brightwell Home", whom: "Juno kettles")</c>.</summary>
internal sealed record Said
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public required string Outlet { get; init; }
    public string Article { get; init; } = "1";
    public int Version { get; init; } = 1;
    public int Number { get; init; }
    public double Hours { get; init; }
    public Voice Voice { get; init; } = Voice.Asserts;
    public ClaimKind Kind { get; init; } = ClaimKind.Occurrence;
    public string? SpeakerName { get; init; }
    public string? OriginKey { get; init; }
    public OriginKind OriginKind { get; init; } = OriginKind.Newsroom;
    public ReportId? CopyOf { get; init; }
    public Withdrawal? Withdraws { get; init; }
    public DateTimeOffset? Deadline { get; init; }
    public StatementId? About { get; init; }
    public int Sentence { get; init; }

    public static Said By(string outlet, double hours = 0, string article = "1") => new() { Outlet = outlet, Hours = hours, Article = article };

    public static DateTimeOffset At(double hours) => Start.AddHours(hours);

    public ReportId Report => ReportId.Of($"https://{Outlet}.example/{Article}");

    public TracedStatement That(
        string predicate, string? who = null, string? whom = null, string? what = null, string[]? where = null, string[]? how = null,
        Quantity? figure = null, bool not = false, TimeMention[]? times = null, string? wording = null) =>
        Traced(Of(predicate, who, whom, what, where, how, figure, not, times), figure, wording);

    public TracedStatement Traced(Proposition proposition, Quantity? figure = null, string? wording = null)
    {
        var speaker = SpeakerName is null ? null : new Speaker(SpeakerKind.Official, SpeakerName, SpeakerName.ToLowerInvariant(), null, new Span(0, 0));
        var statement = new Statement
        {
            Id = StatementId.Of(Report, Version, Number),
            Report = Report,
            Version = Version,
            At = At(Hours),
            Quote = new Span(0, 1),
            Content = new Span(0, 1),
            Sentence = Sentence,
            Wording = wording ?? string.Join(' ', proposition.Lemmas) + ".",
            Voice = Voice,
            Speaker = speaker,
            Kind = figure is not null ? ClaimKind.Quantity : Kind,
            Proposition = proposition,
            Quantity = figure,
            AsOf = At(Hours),
            Deadline = Deadline,
            About = About,
            Withdraws = Withdraws,
        };
        var outlet = new Outlet(Outlet, Outlet + ".example", OutletKind.Newspaper, Outlet, OutletFactSource.Operator, true);
        string origin = OriginKey ?? SpeakerName ?? Outlet;
        return new TracedStatement(statement, outlet, new Origin(OriginId.Of(OriginKind, origin), OriginKind, origin), EvidenceGrade.OwnReporting, Outlet, CopyOf);
    }

    public static Quantity Count(decimal value, string unit, Bound bound = Bound.Exactly, decimal? previous = null) =>
        new(new Span(0, 0), value, null, unit, bound, 0, previous, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static TimeMention Day(int day) => new(new Span(0, 0), Start.Date.AddDays(day), Start.Date.AddDays(day + 1), $"day{day}", false);

    public static Proposition Of(
        string predicate, string? who = null, string? whom = null, string? what = null, string[]? where = null, string[]? how = null,
        Quantity? figure = null, bool not = false, TimeMention[]? times = null)
    {
        var arguments = new List<Argument>();
        Add(arguments, ArgumentRole.Subject, who);
        Add(arguments, ArgumentRole.Object, whom);
        Add(arguments, ArgumentRole.Complement, what);
        foreach (string text in where ?? [])
            Add(arguments, ArgumentRole.Oblique, text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..], text.Split(' ')[0]);
        foreach (string text in how ?? [])
            Add(arguments, ArgumentRole.Modifier, text);
        return new Proposition
        {
            Predicate = predicate,
            Negated = not,
            Arguments = [.. arguments],
            Lemmas = [.. arguments.SelectMany(a => a.Lemmas).Append(predicate)],
            Names = [.. arguments.Select(a => a.Name).OfType<string>()],
            Quantities = figure is null ? [] : [figure],
            Times = [.. times ?? []],
        };
    }

    private static void Add(List<Argument> to, ArgumentRole role, string? text, string preposition = "")
    {
        if (text is null)
            return;
        var words = text.Split(' ').Where(w => w is not ("the" or "a" or "an" or "of" or "The")).ToList();
        ImmutableArray<string> lemmas = [.. words.Select(Lemma)];
        bool name = words.TrueForAll(w => char.IsUpper(w[0]));
        int of = text.IndexOf(" of ", StringComparison.Ordinal);
        string head = of > 0 ? Lemma(text[..of].Split(' ')[^1]) : lemmas[^1];
        to.Add(new Argument(role, head, preposition, text, lemmas, name ? string.Join(' ', words) : null));
    }

    private static string Lemma(string word) => word switch
    {
        "men" => "man",
        "women" => "woman",
        _ => char.IsLower(word[0]) && word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word,
    };
}
