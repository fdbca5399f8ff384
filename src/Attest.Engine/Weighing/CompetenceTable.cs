using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Attest.Engine.Weighing;

/// <summary>What claims are about, as far as competence asks (R5).</summary>
[Flags]
internal enum Subjects
{
    /// <summary>Nothing that a body is competent for by its office.</summary>
    None = 0,

    /// <summary>The dead, injured, missing, trapped, rescued, evacuated, treated.</summary>
    Casualties = 1,

    /// <summary>What instruments measure: magnitudes, levels, temperatures, winds.</summary>
    Measurements = 2,

    /// <summary>Prices of shares, goods and currencies at an exchange.</summary>
    Prices = 4,

    /// <summary>Votes, turnout, seats.</summary>
    Votes = 8,

    /// <summary>Rulings, sentences, verdicts.</summary>
    Rulings = 16,

    /// <summary>Arrests, detentions, charges.</summary>
    Arrests = 32,

    /// <summary>Recalls and reports of faults.</summary>
    Recalls = 64,

    /// <summary>Cases of disease, vaccinations, tests.</summary>
    Cases = 128,

    /// <summary>Fires, floods, closures and outages as an emergency service or city sees them.</summary>
    Emergencies = 256,

    /// <summary>Statistics of population, work, trade.</summary>
    Statistics = 512,

    /// <summary>Who is without power, water, gas or a line, and who is supplied again.</summary>
    Supply = 1024,
}

/// <summary>One kind of body: the words by which its name is known, and what it is competent for.</summary>
/// <param name="Kind">What it is, as a reader would call it.</param>
/// <param name="Words">Words or phrases of its name or its speaker's role, in lower case; a trailing asterisk stands for any ending.</param>
/// <param name="Competence">What it may be believed about by its office.</param>
/// <param name="Investigates">Whether its finding settles causes (R11).</param>
internal sealed record BodyKind(string Kind, ImmutableArray<string> Words, Subjects Competence, bool Investigates = false);

/// <summary>
/// Which bodies are competent for what (R5): data, not code, so that an operator can extend it. Everybody is competent for its own acts, which no row
/// need say. Nobody is competent for blame, motive, opponents' losses, its own contested conduct or the future, which no row can grant.
/// </summary>
internal static class CompetenceTable
{
    /// <summary>The rows; a body may be of several kinds.</summary>
    public static readonly ImmutableArray<BodyKind> Bodies =
    [
        new("police", ["police*", "sheriff*", "constabulary", "trooper*", "gendarm*", "detective*", "highway patrol"],
            Subjects.Casualties | Subjects.Arrests | Subjects.Emergencies),
        new("rescue service", ["rescue*", "coast guard", "coastguard", "civil defence", "civil defense", "civil protection", "red cross", "red crescent",
            "emergency service*", "emergency management", "disaster*", "ambulance*", "paramedic*"], Subjects.Casualties | Subjects.Emergencies),
        new("fire service", ["fire department*", "fire service*", "fire brigade*", "firefighter*", "fire chief*", "fire marshal*", "fire official*", "fire rescue",
            "fire authority", "fire and rescue"], Subjects.Casualties | Subjects.Emergencies),
        new("hospital", ["hospital*", "clinic*", "medical center*", "medical centre*", "doctor*", "surgeon*", "infirmary"], Subjects.Casualties | Subjects.Cases),
        new("coroner", ["coroner*", "medical examiner*", "pathologist*", "forensic*"], Subjects.Casualties, Investigates: true),
        new("inspectorate", ["inspector*", "inspectorate*", "safety board", "safety agency", "safety administration", "safety authority", "safety commission",
            "safety regulator", "board of inquiry", "commission of inquiry", "public inquiry", "inquest", "accident investigation*", "accidents investigation*", "accident board", "accidents board",
            "accident bureau", "accident commission", "investigation board", "investigation bureau", "investigation branch", "investigations branch", "marine accident*", "accident inquiry"],
            Subjects.Casualties | Subjects.Recalls | Subjects.Measurements, Investigates: true),
        new("health or interior ministry", ["health ministry", "ministry of health", "health minister*", "health department", "department of health",
            "health official*", "health service*", "public health", "health agency", "health authorit*", "disease control", "interior ministry", "interior minister*",
            "ministry of the interior", "ministry of interior", "home office"], Subjects.Casualties | Subjects.Cases | Subjects.Emergencies),
        new("city", ["mayor*", "city", "county", "municipal*", "town hall", "council*", "prefect*", "local authorit*", "borough"],
            Subjects.Casualties | Subjects.Emergencies),
        new("operator of a public site", ["port authority", "harbour authority", "harbor authority", "harbour master*", "harbor master*", "airport*", "railway*", "railroad*", "transit authority",
            "rail operator", "ferry operator", "school district", "park service"], Subjects.Casualties | Subjects.Emergencies),
        new("operator of a network", ["power", "grid", "electric*", "energy company", "energy network", "utility", "utilities", "water", "gas", "telecom*", "network operator", "networks"], Subjects.Supply),
        new("measuring body", ["geological survey", "seismolog*", "meteorolog*", "weather service", "weather bureau", "observatory", "hydrolog*", "volcanolog*",
            "hurricane center", "hurricane centre", "met office", "met service", "environment agency", "water authority", "water board",
            "river authority", "flood warning*", "tsunami*"], Subjects.Measurements | Subjects.Emergencies),
        new("statistics office", ["statistics", "statistical", "census bureau"], Subjects.Statistics | Subjects.Measurements),
        new("exchange", ["stock exchange", "exchange", "bourse"], Subjects.Prices),
        new("election commission", ["election commission", "elections commission", "electoral", "election board", "board of elections", "returning officer*",
            "elections authority", "election authorit*"], Subjects.Votes),
        new("court", ["court*", "judge*", "tribunal*", "magistrate*"], Subjects.Rulings, Investigates: true),
        new("prosecutor", ["prosecutor*", "district attorney*", "attorney general", "public prosecution"], Subjects.Arrests),
        new("regulator", ["agency", "regulator*", "authority", "commission", "administration", "standards board", "consumer protection"],
            Subjects.Recalls),
        new("recall agency", ["consumer safety*", "product safety*", "food safety*", "drug administration", "traffic safety*", "food standards"],
            Subjects.Recalls | Subjects.Casualties),
    ];

    /// <summary>Words of a claim, as lemmas, that show what it is about.</summary>
    public static readonly ImmutableArray<(Subjects Subject, ImmutableArray<string> Lemmas)> Signs =
    [
        (Subjects.Casualties, ["die", "dead", "death", "kill", "perish", "drown", "injure", "injured", "injury", "hurt", "wound", "wounded", "burn", "missing",
            "unaccounted", "rescue", "evacuate", "trap", "trapped", "strand", "survive", "survivor", "alive", "hospitalise", "hospitalize", "hospital", "treat",
            "casualty", "victim", "fatality", "toll", "body", "displace"]),
        (Subjects.Measurements, ["magnitude", "degree", "temperature", "wind", "rainfall", "level", "epicentre", "epicenter", "depth", "radiation", "measure",
            "monoxide", "methane", "gas", "quake", "earthquake", "tremor", "category", "millimetre", "inch"]),
        (Subjects.Prices, ["price", "share", "index", "stock", "rate", "currency", "barrel", "yield", "trade", "close"]),
        (Subjects.Votes, ["vote", "turnout", "seat", "ballot", "poll", "win", "elect", "result"]),
        (Subjects.Rulings, ["rule", "sentence", "convict", "acquit", "verdict", "judgment", "judgement", "ruling", "dismiss", "injunction", "overturn", "order", "guilty"]),
        (Subjects.Arrests, ["arrest", "detain", "charge", "indict", "suspect", "custody", "release"]),
        (Subjects.Recalls, ["recall", "defect", "fault", "complaint", "report"]),
        (Subjects.Cases, ["case", "infect", "infection", "outbreak", "vaccinate", "test", "patient", "ill", "sicken", "disease"]),
        (Subjects.Emergencies, ["fire", "blaze", "flood", "burn", "destroy", "damage", "collapse", "close", "closed", "reopen", "outage", "power", "explosion", "blast", "crash", "derail",
            "evacuate", "extinguish", "contain", "road", "bridge", "landslide", "happen", "occur", "sink", "rescue"]),
        (Subjects.Statistics, ["population", "unemployment", "inflation", "growth", "export", "import", "birth", "household", "rate", "economy", "gdp"]),
        (Subjects.Supply, ["outage", "power", "blackout", "electricity", "supply", "reconnect", "connection"]),
    ];

    /// <summary>What a company runs: it is competent for the figures of its own.</summary>
    public static FrozenSet<string> Sites { get; } = FrozenSet.ToFrozenSet(
        ["plant", "factory", "mine", "mill", "site", "store", "shop", "branch", "warehouse", "refinery", "yard", "depot", "office", "works", "terminal", "farm"], StringComparer.Ordinal);

    /// <summary>What an authority runs: of these alone its own record tells whether they are open. A plant that a ministry speaks of is somebody else's.</summary>
    public static FrozenSet<string> PublicSites { get; } = FrozenSet.ToFrozenSet(["embassy", "consulate", "museum", "library", "court", "office"], StringComparer.Ordinal);

    /// <summary>What an authority imposes and takes back.</summary>
    public static FrozenSet<string> Measures { get; } = FrozenSet.ToFrozenSet(
        ["order", "warning", "alert", "advisory", "ban", "curfew", "restriction", "notice", "search", "evacuation", "investigation", "inquiry", "inspection", "operation", "closure", "lockdown", "quarantine"],
        StringComparer.Ordinal);

    /// <summary>What becomes of it: its own decision each time.</summary>
    public static FrozenSet<string> MeasuresUndergo { get; } = FrozenSet.ToFrozenSet(
        ["lift", "end", "cancel", "extend", "issue", "suspend", "withdraw", "begin", "start", "open", "close", "conclude", "complete", "widen", "impose", "ease", "resume", "expire", "remain", "continue"],
        StringComparer.Ordinal);

    /// <summary>Through what an authority finds something out.</summary>
    public static FrozenSet<string> Inspections { get; } = FrozenSet.ToFrozenSet(
        ["inspection", "investigation", "inquiry", "examination", "review", "survey", "audit", "test", "autopsy", "analysis"], StringComparer.Ordinal);

    /// <summary>What a company's books count (R5: results are their maker's).</summary>
    public static FrozenSet<string> Results { get; } = FrozenSet.ToFrozenSet(
        ["profit", "revenue", "sale", "turnover", "income", "earnings", "loss", "order", "delivery", "output", "margin", "result", "dividend", "headcount", "shipment"], StringComparer.Ordinal);

    /// <summary>Through whom a body decides: in its own release they are its own.</summary>
    public static FrozenSet<string> Deciders { get; } = FrozenSet.ToFrozenSet(["member", "shareholder", "board", "delegate", "director", "trustee"], StringComparer.Ordinal);

    /// <summary>Whom a company employs.</summary>
    public static FrozenSet<string> Staff { get; } = FrozenSet.ToFrozenSet(["employee", "worker", "staff", "workforce", "crew"], StringComparer.Ordinal);

    /// <summary>Bodies at war, in politics or before court with others, whose word on people is that of a party, not of an operator.</summary>
    public static readonly ImmutableArray<string> Adversaries =
        ["army", "military", "forces", "rebel*", "militia*", "insurgent*", "fighters", "guerrilla*", "defence ministry", "defense ministry", "ministry of defence",
         "ministry of defense", "party", "campaign", "lawyer*", "attorney*", "activist*", "union*", "opposition", "governor*", "president*", "senator*", "politician*"];
}
