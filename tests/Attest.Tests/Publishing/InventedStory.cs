using System.Collections.Immutable;
using Attest.Engine.Publishing;

namespace Attest.Tests.Publishing;

/// <summary>
/// A story by hand with everything that the contract has: all groups of standing, copies, a denial, a revised figure, a retraction, a
/// corrected update, an edited report, and an outlet that sends markup. Port, outlets and people are invented.
/// </summary>
internal static class InventedStory
{
    public const string HostileQuote = "Cranes fell silent.</script><script>alert('quote')</script> & <img src=x onerror=alert(1)>";
    public const string HostileTitle = "Strike <b onmouseover=alert(2)>grows</b>\u0007 \"now\" ]]>";
    public const string HostileOutlet = "<iframe src=javascript:alert(3)> Gazette";

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 30, 0, TimeSpan.Zero);

    public static StoryDocument Document { get; } = Make();

    private static DateTimeOffset At(int day, int hour, int minute = 0) => Start.Date.AddDays(day).AddHours(hour).AddMinutes(minute).ToUniversal();

    private static DateTimeOffset ToUniversal(this DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private static StoryDocument Make()
    {
        ImmutableArray<ReportDocument> reports =
        [
            Report("r1", "Coast Wire", "Dockers at Port Almere walk out", At(0, 6, 30), "o1"),
            Report("r2", "Almere Post", "Dockers walk out", At(0, 7, 10), "o1", copyOf: "r1", because: "agency credit"),
            Report("r3", "The Evening Tide", "Walkout at the port", At(0, 8, 5), "o1", copyOf: "r1", because: "contained passage"),
            Report("r4", "Harbour Union", "Members vote to strike", At(1, 9), "o2"),
            Report("r5", "Trade Ledger", "Forty ships wait", At(2, 12, 20), "o3"),
            Report("r6", HostileOutlet, HostileTitle, At(3, 15), "o4") with { Url = "javascript:alert(4)" },
            Report("r7", "Almere Post", "Minister to send mediators", At(4, 10), "o5", because: "same speaker"),
            Report("r8", "Coast Wire", "Fifty-two ships wait", At(5, 9, 40), "o1") with { Version = 2, Flags = ["edited"] },
            Report("r9", "Quay Notes", "We withdraw our report", At(6, 18), "o6"),
        ];
        return new()
        {
            Id = "s7f",
            Slug = "port-almere-strike",
            Question = "Will the Port Almere strike close the harbour?",
            Url = "stories/port-almere-strike/",
            Sample = true,
            Summary =
            [
                new() { Text = "Dockers at Port Almere have been on strike since 2 March.", Claims = ["c1", "c2"] },
                new() { Text = "The port authority says that the harbour stays open; the union denies it.", Claims = ["c5", "c9"] },
            ],
            FollowedSince = At(0, 6, 30),
            LastChange = At(6, 18),
            AsOf = At(6, 20),
            Version = 5,
            Counts = new() { Confirmed = 3, Unconfirmed = 3, Disputed = 1, Refuted = 1, Retracted = 1, Reports = 9, Outlets = 7, Origins = 6 },
            WhatChanged = new()
            {
                Text = "Quay Notes withdrew its report that the army would run the cranes.",
                Claims = ["c7"],
                Changes = [new() { Kind = "retracted", Claim = "c7", Text = "Quay Notes withdrew its report.", At = At(6, 18) }],
            },
            Updates = [Retraction(), Revision(), Opening()],
            Claims = Claims(),
            Origins =
            [
                new() { Id = "o1", Label = "Coast Wire", Kind = "agency", Reports = ["r1", "r2", "r3", "r8"] },
                new() { Id = "o2", Label = "Harbour Union", Kind = "party", Reports = ["r4"] },
                new() { Id = "o3", Label = "Trade Ledger", Kind = "newsroom", Reports = ["r5"] },
                new() { Id = "o4", Label = HostileOutlet, Kind = "newsroom", Reports = ["r6"] },
                new() { Id = "o5", Label = "the transport minister, speaking at a long press conference", Kind = "official", Reports = ["r7"] },
                new() { Id = "o6", Label = "Quay Notes", Kind = "newsroom", Reports = ["r9"] },
            ],
            Reports = reports,
            Outlets = [.. reports.Select(r => r.Outlet).Distinct().Order(StringComparer.Ordinal).Select(Outlet)],
        };
    }

    private static OutletDocument Outlet(string name) => name switch
    {
        "Coast Wire" => new() { Name = name, Host = "coastwire.example", Kind = "agency", KindFrom = "shipped", Family = "Coast Group" },
        "Harbour Union" => new() { Name = name, Host = "union.example", Kind = "company", KindFrom = "input", Family = "union.example" },
        _ => new() { Name = name, Host = "x.example", Kind = "unknown", KindFrom = "none", Family = "x.example" },
    };

    private static UpdateDocument Retraction() => new()
    {
        Id = "u3",
        At = At(6, 18),
        Headline = "Quay Notes withdraws report on army cranes",
        Lead = ["c8"],
        Confidence = 0.95,
        Word = "almost certain",
        Calibrated = false,
        EvidenceStrength = "high",
        Contributions = [new() { What = "Starting point", LogOdds = 0 }, new() { What = "The outlet itself says so", LogOdds = 2.9444 }],
        Summary = [new() { Text = "Quay Notes says that its report was wrong.", Claims = ["c8"] }],
        Confirmed = ["c1", "c2"],
        Changes = [new() { Kind = "retracted", Claim = "c7", Text = "Quay Notes withdrew its report.", At = At(6, 18) }],
        Reports = ["r9"],
    };

    private static UpdateDocument Revision() => new()
    {
        Id = "u2",
        At = At(5, 10),
        Headline = "More ships wait off Port Almere as strike goes on",
        Lead = ["c3"],
        Confidence = 0.80,
        Word = "very likely",
        Calibrated = false,
        EvidenceStrength = "moderate",
        Contributions = [new() { What = "Starting point", LogOdds = -0.4 }, new() { What = "Two origins state it", LogOdds = 2.0 }, new() { What = "One report hedges", LogOdds = -0.2137 }],
        Summary = [new() { Text = "Fifty-two ships wait off the port, up from forty.", Claims = ["c3"] }],
        Confirmed = ["c3"],
        Unconfirmed = ["c4", "c5", "c6"],
        Changes =
        [
            new() { Kind = "revised", Claim = "c3", Text = "Ships that wait off the port.", From = "40", To = "52", At = At(5, 10) },
            new() { Kind = "superseded", Claim = "c10", Text = "The count of forty is out of date.", At = At(5, 10) },
            new() { Kind = "refuted", Claim = "c11", Text = "That the strike was over.", At = At(5, 10) },
            new() { Kind = "disputed", Claim = "c5", Text = "Whether the harbour stays open.", At = At(4, 10) },
        ],
        Reports = ["r7", "r8"],
        Corrections = [new() { At = At(6, 18), Update = "u3" }],
    };

    private static UpdateDocument Opening() => new()
    {
        Id = "u1",
        At = At(1, 9, 30),
        Headline = "Dockers at Port Almere strike",
        Lead = ["c1"],
        Confidence = 0.70,
        Word = "likely",
        Calibrated = false,
        Contributions = [new() { What = "One agency states it", LogOdds = 0.8473 }],
        Summary = [new() { Text = "Dockers at Port Almere have stopped work.", Claims = ["c1"] }],
        Confirmed = ["c1"],
        Unconfirmed = ["c7", "c11"],
        Changes = [new() { Kind = "new", Claim = "c1", Text = "Dockers stopped work.", At = At(1, 9, 30) }],
        Reports = ["r1", "r4"],
    };

    private static ImmutableArray<ClaimDocument> Claims() =>
    [
        Claim("c1", "Dockers at Port Almere have been on strike since 2 March.", "corroborated", 3, 5, 0, (1, "corroborated"),
            evidence: [From("r1", "o1", "Dockers walked out at dawn.", 0), From("r2", "o1", "Dockers walked out at dawn.", 0), From("r3", "o1", "Dockers walked out.", 0), From("r6", "o4", HostileQuote, 3)]),
        Claim("c2", "The union’s members voted to strike.", "on-record", 1, 1, 1, evidence: [From("r4", "o2", "Members voted to strike.", 1) with { Kind = "E1" }]) with { Kind = "act" },
        Claim("c3", "Fifty-two ships wait off the port.", "corroborated", 2, 2, 5, evidence: [From("r8", "o1", "Fifty-two ships wait.", 5), From("r5", "o3", "Ships wait.", 2) with { Voice = "hedges" }]) with
        {
            Kind = "quantity", Flags = ["number-moving"],
            Quantity = new()
            {
                Value = 52m, Unit = "ships", Bound = "exactly",
                Series = [new() { At = At(2, 12), Value = 40m, Bound = "atLeast", Origin = "o3" }, new() { At = At(5, 9, 40), Value = 52m, Bound = "exactly", Origin = "o1" }],
            },
        },
        Claim("c4", "Mediators will meet both sides by 20 March.", "forecast", 1, 1, 4, evidence: [From("r7", "o5", "We will send mediators.", 4) with { Voice = "attributes", Speaker = "the transport minister" }]) with { Kind = "forecast", Probability = null, Contributions = [] },
        Claim("c5", "The harbour stays open.", "disputed", 2, 2, 1, (4, "disputed"), evidence: [From("r5", "o3", "The harbour is open.", 2), From("r4", "o2", "It is not open.", 1) with { Stance = "refutes", Voice = "denies" }]),
        Claim("c6", "The strike is a warning to other ports.", "opinion", 1, 1, 3, evidence: [From("r6", "o4", "A warning.", 3)]) with { Kind = "opinion", Probability = null, Contributions = [] },
        Claim("c7", "The army will run the cranes.", "retracted", 0, 1, 2, (6, "retracted"), evidence: [From("r9", "o6", "The army will run the cranes.", 2) with { Withdrawn = true, Version = 1 }]),
        Claim("c8", "Quay Notes said that its report was wrong.", "on-record", 1, 1, 6, evidence: [From("r9", "o6", "Our report was wrong.", 6)]) with { Kind = "utterance" },
        Claim("c9", "The port authority said that the harbour stays open.", "corroborated", 2, 2, 2, evidence: [From("r5", "o3", "The port authority said so.", 2) with { Voice = "attributes", Speaker = "the port authority" }]) with { Kind = "utterance" },
        Claim("c10", "Forty ships wait off the port.", "superseded", 1, 1, 2, (5, "superseded"), evidence: [From("r5", "o3", "Forty ships wait.", 2)]) with { Kind = "quantity", SupersededBy = "c3" },
        Claim("c11", "The strike is over.", "refuted", 1, 1, 1, (5, "refuted"), evidence: [From("r6", "o4", "It is over.", 3)]),
        Claim("c12", "The union was paid by a rival port.", "uncorroborated", 1, 1, 4, evidence: [From("r6", "o4", "Was it paid?", 3) with { Voice = "asks", Stance = "mentions" }]) with { Kind = "allegation", WouldSettle = "The union’s accounts would settle it." },
        Claim("c13", "A docker said hello.", "stated", 1, 1, 4, evidence: [From("r6", "o4", "Hello.", 3)]) with { Kind = "utterance" },
    ];

    private static ClaimDocument Claim(
        string id, string text, string standing, int origins, int reports, int day, (int Day, string Standing)? later = null, ImmutableArray<EvidenceDocument> evidence = default) => new()
        {
            Id = id,
            Text = text,
            Kind = "occurrence",
            Standing = standing,
            Confirmed = standing is "on-record" or "corroborated",
            Probability = 0.8812,
            Reason = "Coast Wire and the union each say so on their own.",
            Rules = ["R2", "R3"],
            Origins = origins,
            Reports = reports,
            FirstSeen = At(day, 9),
            LastChanged = At(later?.Day ?? day, 9),
            Contributions = [new() { What = "Starting point", LogOdds = -0.4 }, new() { What = "Independent origins", LogOdds = 2.6 }, new() { What = "Calibration", LogOdds = -0.1966 }],
            History = later is { } then
                ? [new() { At = At(day, 9), Standing = "uncorroborated", Probability = 0.6, Because = "First report." }, new() { At = At(then.Day, 9), Standing = then.Standing, Probability = 0.9, Because = "New evidence." }]
                : [new() { At = At(day, 9), Standing = standing, Probability = 0.9, Because = "First report." }],
            Evidence = evidence,
        };

    private static EvidenceDocument From(string report, string origin, string quote, int day) => new()
    {
        Report = report,
        Quote = quote,
        Start = 0,
        Length = quote.Length,
        Voice = "asserts",
        Stance = "supports",
        Kind = "E3",
        Origin = origin,
        At = At(day, 9),
    };

    private static ReportDocument Report(string id, string outlet, string title, DateTimeOffset at, string origin, string? copyOf = null, string? because = null) => new()
    {
        Id = id,
        Url = $"https://{id}.example/port?a=1&b=2",
        Outlet = outlet,
        Title = title,
        Published = at,
        Version = 1,
        Origin = origin,
        Origins = [origin],
        CopyOf = copyOf,
        CollapsedBecause = because,
    };
}
