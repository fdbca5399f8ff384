using System.Runtime.CompilerServices;
using Attest.Engine.Model;

namespace Attest.Engine.Tracing;

/// <summary>
/// The origins of what speakers say: equal exactly where the speaker is the same. A body, its own record and whoever speaks for it are one; a person named with
/// and without office is one; a crowd is one; the unnamed are one where the words that name them agree, unless an outlet says that it heard its source itself.
/// </summary>
internal sealed class SpeakerOrigins
{
    private const string Kin = "families";

    private static readonly HashSet<string> KinWords = new(StringComparer.Ordinal) { "families", "family", "kin", "kinfolk", "parents", "relative", "relatives", "widows", "wives" };

    // A memory of what is the same each time; it ends with the statements that it is of.
    private static readonly ConditionalWeakTable<Speaker, Designation> Designations = [];

    private readonly SpeakerMemory memory;

    /// <summary>The speakers of a story's earlier reports.</summary>
    /// <param name="story">The reports.</param>
    /// <param name="memory">The speakers that were learnt before.</param>
    public SpeakerOrigins(EarlierReports story, SpeakerMemory memory)
    {
        this.memory = memory;
        foreach (var earlier in memory.NotYetLearnt(story.All))
        {
            if (earlier.Report.Outlet.IsIssuer)
                Learn(IssuerAsSpeaker(earlier.Report.Outlet), OfIssuer(earlier.Report.Outlet));
            foreach (var statement in earlier.Statements)
                if (statement.Statement.Speaker is { HasItFrom: null, Kind: not SpeakerKind.Outlet } speaker && IsItsOwn(speaker, statement.Origin))
                    Learn(speaker, statement.Origin);
        }
        memory.Keep(story.All);
    }

    /// <summary>The origin of what an issuer states in its own record.</summary>
    public Origin OfIssuer(Outlet outlet)
    {
        var self = IssuerAsSpeaker(outlet);
        var origin = Known(self) ?? new Origin(OriginId.Of(KindOf(self.Kind), BodyKey(outlet.Name)), KindOf(self.Kind), outlet.Name);
        Learn(self, origin);
        return origin;
    }

    /// <summary>The origin of what a speaker says to an outlet.</summary>
    public Origin Of(Speaker speaker, Statement statement, Outlet outlet)
    {
        if (Known(speaker) is { } origin && !(speaker.Kind == SpeakerKind.Unnamed && HeardItself(speaker, statement)))
            return origin;
        string key = KeyOf(speaker);
        if (speaker.Kind == SpeakerKind.Unnamed && HeardItself(speaker, statement) && !IsKin(speaker.Name))
            key += "|" + outlet.Family;
        var made = new Origin(OriginId.Of(KindOf(speaker.Kind), key), KindOf(speaker.Kind), LabelOf(speaker));
        Learn(speaker, made);
        return made;
    }

    /// <summary>The origin of what a speaker has from another.</summary>
    /// <param name="from">Key of that other, as the statement gives it.</param>
    /// <param name="others">Statements of the same report, among whose speakers it is looked for first.</param>
    public Origin OfWhomItIsFrom(string from, IEnumerable<Statement> others)
    {
        var speaker = others.Select(s => s.Speaker).FirstOrDefault(s => s is { Kind: not SpeakerKind.Outlet, HasItFrom: null } && s.Key == from)
            ?? memory.Known.WithKey(from)
            ?? new Speaker(IsKin(from) ? SpeakerKind.Crowd : SpeakerKind.Unnamed, from, from, null, default);
        return Known(speaker) ?? new Origin(OriginId.Of(KindOf(speaker.Kind), KeyOf(speaker)), KindOf(speaker.Kind), IsKin(from) ? Kin : speaker.Name);
    }

    private static Designation DesignationOf(Speaker speaker) => Designations.GetValue(speaker, static s => new Designation(s, KeyOf(s)));

    private static bool HeardItself(Speaker speaker, Statement statement) => speaker.SaysItsOwn || statement.OwnAccess;

    // A copied sentence may have kept its speaker but lost the origin to somebody else.
    private static bool IsItsOwn(Speaker speaker, Origin origin) => origin.Kind == KindOf(speaker.Kind) || origin.Kind is OriginKind.Official or OriginKind.Party;

    private static Speaker IssuerAsSpeaker(Outlet outlet) =>
        new(outlet.Kind == OutletKind.Company ? SpeakerKind.Party : SpeakerKind.Official, outlet.Name, BodyKey(outlet.Name), outlet.Name, default);

    private void Learn(Speaker speaker, Origin origin)
    {
        // A bare last name that was taken for somebody must not stand for others of that name.
        if (!memory.See(speaker))
            return;
        var who = DesignationOf(speaker);
        if (memory.Known.Find(who) is null)
            memory.Known.Add(who, origin);
    }

    private Origin? Known(Speaker speaker) => memory.Known.Find(DesignationOf(speaker));

    private static string LabelOf(Speaker speaker) => IsKin(speaker.Name) && IsFaceless(speaker) ? Kin
        : speaker.Kind == SpeakerKind.Person ? speaker.Name
        : speaker.Body ?? speaker.Name;

    private static bool IsFaceless(Speaker speaker) => speaker.Kind is SpeakerKind.Unnamed or SpeakerKind.Crowd;

    private static bool IsKin(string name) => NameKeys.Split(name).Any(KinWords.Contains);

    private static string KeyOf(Speaker speaker) => speaker.Kind switch
    {
        SpeakerKind.Unnamed or SpeakerKind.Crowd => IsKin(speaker.Name) ? Kin : string.Join(' ', NameKeys.Split(speaker.Name).Where(w => w is not ("a" or "an" or "the" or "one"))),
        SpeakerKind.Document => BodyKey(speaker.Name),
        _ => speaker.Body is { } body && speaker.Kind != SpeakerKind.Person ? BodyKey(body) : speaker.Key,
    };

    private static string BodyKey(string name) => string.Join(' ', NameKeys.OfBody(name));

    private static OriginKind KindOf(SpeakerKind kind) => kind switch
    {
        SpeakerKind.Official => OriginKind.Official,
        SpeakerKind.Party => OriginKind.Party,
        SpeakerKind.Person => OriginKind.Named,
        SpeakerKind.Unnamed or SpeakerKind.Crowd => OriginKind.Unnamed,
        SpeakerKind.Document => OriginKind.Document,
        SpeakerKind.Outlet => OriginKind.Relay,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
