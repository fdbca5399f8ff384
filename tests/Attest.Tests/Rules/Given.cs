using Attest.Engine.Model;
using Attest.Engine.Text;
using Attest.Engine.Weighing;

namespace Attest.Tests.Rules;

/// <summary>Hand-made statements, as the stages before weighing would yield them.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static WeighingContext Later => new(Noon.AddHours(12), Noon.AddDays(-1));

    public static Outlet Newsroom(string name, string? family = null, OutletKind kind = OutletKind.Newspaper) =>
        new(name, Host(name), kind, family ?? Host(name), OutletFactSource.Operator, true);

    public static Outlet Issuer(string name, OutletKind kind, bool hostBearsOut = true) => new(name, Host(name), kind, Host(name), OutletFactSource.Name, hostBearsOut);

    public static Speaker Official(string name, string? body = null, string? from = null) => new(SpeakerKind.Official, name, name.ToLowerInvariant(), body, default, from);

    public static Speaker Party(string name, string? body = null) => new(SpeakerKind.Party, name, name.ToLowerInvariant(), body, default);

    public static Speaker Person(string name) => new(SpeakerKind.Person, name, name.ToLowerInvariant(), null, default);

    public static Speaker Unnamed(string name) => new(SpeakerKind.Unnamed, name, name.ToLowerInvariant(), null, default);

    public static Speaker Crowd(string name) => new(SpeakerKind.Crowd, name, name.ToLowerInvariant(), null, default);

    /// <summary>A newsroom's own assertion.</summary>
    public static Evidence Asserts(Outlet outlet, double hours = 0, Stance stance = Stance.Supports, ReportId? copyOf = null, Origin? origin = null,
        CollapseReason because = CollapseReason.ContainedPassage, Voice voice = Voice.Asserts, int sentence = 0, bool withdrawn = false, Withdrawal? withdraws = null,
        bool specific = false, EvidenceGrade? grade = null) =>
        new(Traced(outlet, null, voice, grade ?? (outlet.IsIssuer ? EvidenceGrade.PrimaryRecord : EvidenceGrade.OwnReporting), hours,
            origin ?? new(OriginId.Of(OriginKind.Newsroom, outlet.Family), OriginKind.Newsroom, outlet.Name), copyOf, because, sentence, withdraws, false, stance, withdrawn, specific),
            stance, specific, withdrawn);

    /// <summary>Somebody said it to an outlet.</summary>
    public static Evidence Says(Speaker speaker, Outlet outlet, double hours = 0, Stance stance = Stance.Supports, ReportId? copyOf = null,
        CollapseReason because = CollapseReason.SameSpeaker, EvidenceGrade? grade = null, Voice voice = Voice.Attributes, bool direct = false, bool specific = false,
        bool withdrawn = false, string? originKey = null)
    {
        var (kind, e) = speaker.Kind switch
        {
            SpeakerKind.Official => (OriginKind.Official, EvidenceGrade.PartyStatement),
            SpeakerKind.Party => (OriginKind.Party, EvidenceGrade.PartyStatement),
            SpeakerKind.Person => (OriginKind.Named, EvidenceGrade.NamedDirect),
            SpeakerKind.Document => (OriginKind.Document, EvidenceGrade.SawRecord),
            SpeakerKind.Unnamed => (OriginKind.Unnamed, EvidenceGrade.OneUnnamed),
            SpeakerKind.Outlet => (OriginKind.Relay, EvidenceGrade.RelayOnly),
            _ => (OriginKind.Unnamed, EvidenceGrade.Unknown),
        };
        if (speaker.HasItFrom is not null)
            kind = OriginKind.Unnamed;
        var origin = new Origin(OriginId.Of(kind, originKey ?? speaker.HasItFrom ?? speaker.Key), kind, speaker.Name);
        return new(Traced(outlet, speaker, voice, grade ?? e, hours, origin, copyOf, because, 0, null, direct, stance, withdrawn, specific), stance, specific, withdrawn);
    }

    public static Evidence Denies(Speaker? speaker, Outlet outlet, double hours = 1) => speaker is null
        ? Asserts(outlet, hours, Stance.Refutes, voice: Voice.Denies, specific: true)
        : Says(speaker, outlet, hours, Stance.Refutes, voice: Voice.Denies, specific: true);

    public static Claim Claim(string wording, params Evidence[] evidence) => new()
    {
        Id = new("c" + ContentId.Of(wording)),
        Wording = wording,
        Kind = ClaimKind.Occurrence,
        Proposition = new() { Predicate = "happen", Lemmas = [] },
        FirstSeen = evidence.Length == 0 ? Noon : evidence.Min(e => e.Traced.Statement.At),
        AsOf = evidence.Length == 0 ? Noon : evidence.Max(e => e.Traced.Statement.AsOf),
        Evidence = [.. evidence],
    };

    /// <summary>The claim with a predicate, its lemmas and a subject.</summary>
    public static Claim About(this Claim claim, string predicate, string subject = "", params string[] lemmas) => claim with
    {
        Proposition = new()
        {
            Predicate = predicate,
            Lemmas = [predicate, .. lemmas],
            Arguments = subject.Length == 0 ? [] : [new(ArgumentRole.Subject, subject.Split(' ')[^1].ToLowerInvariant(), "", subject, [], subject)],
            Names = char.IsUpper(subject.FirstOrDefault('a')) ? [subject] : [],
        },
    };

    /// <summary>The claim as a value of a series.</summary>
    public static Claim Figure(this Claim claim, decimal value, string unit, string series, Bound bound = Bound.Exactly) => claim with
    {
        Kind = ClaimKind.Quantity,
        Series = series,
        Quantity = new(default, value, null, unit, bound, 0, null, value.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)),
    };

    public static Claim Against(this Claim claim, params Claim[] others) => claim with { Conflicts = [.. others.Select(o => o.Id)] };

    public static WeighedClaim Weigh(Claim claim, params Claim[] others) => WeighAt(Later, claim, others);

    public static WeighedClaim WeighAt(WeighingContext context, Claim claim, params Claim[] others) =>
        Weigher.Weigh([claim, .. others], context).Single(w => w.Claim.Id == claim.Id);

    public static ReportId ReportOf(Outlet outlet, double hours = 0) => ReportId.Of(FormattableString.Invariant($"{outlet.Host}/{hours}"));

    private static TracedStatement Traced(Outlet outlet, Speaker? speaker, Voice voice, EvidenceGrade grade, double hours, Origin origin, ReportId? copyOf,
        CollapseReason because, int sentence, Withdrawal? withdraws, bool direct, Stance stance, bool withdrawn, bool specific)
    {
        var report = ReportOf(outlet, hours);
        var statement = new Statement
        {
            Id = new(string.Join('.', report, sentence, speaker?.Name, voice, stance, copyOf, withdrawn, direct, specific)),
            Report = report,
            Version = 1,
            At = Noon.AddHours(hours),
            Quote = default,
            Content = default,
            Sentence = sentence,
            Wording = "",
            Voice = voice,
            Speaker = speaker,
            Kind = ClaimKind.Occurrence,
            Proposition = new() { Predicate = "" },
            AsOf = Noon.AddHours(hours),
            DirectKnowledge = direct,
            Withdraws = withdraws,
        };
        return new(statement, outlet, origin, grade, copyOf is null ? outlet.Family : "family of the source", copyOf, copyOf is null ? null : because);
    }

    private static string Host(string name) => name.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal) + ".example";
}
