using Attest.Engine.Model;

namespace Attest.Engine.Tracing;

/// <summary>How strong a statement's evidence is by itself (E1 to E9), before anything is known of copies.</summary>
internal static class Grades
{
    // "Several", "two": more than one of them.
    private static readonly HashSet<string> Many = new(StringComparer.Ordinal)
    {
        "both", "dozens", "eight", "five", "four", "half", "many", "multiple", "nine", "people", "seven", "several", "six", "some", "ten", "three", "two", "various",
    };

    /// <summary>The grade of a statement in the body of a report.</summary>
    public static EvidenceGrade Of(Statement statement, Outlet outlet)
    {
        if (statement.Voice is Voice.Hedges or Voice.Asks)
            return EvidenceGrade.Unknown;
        if (statement.Speaker is not { } speaker)
            return OfOwnVoice(statement, outlet);
        if (speaker.HasItFrom is not null)
            return EvidenceGrade.RelayOnly;
        return speaker.Kind switch
        {
            SpeakerKind.Official or SpeakerKind.Party => IsIssuersOwn(speaker, outlet) ? EvidenceGrade.PrimaryRecord : EvidenceGrade.PartyStatement,
            SpeakerKind.Person => statement.DirectKnowledge || IsAboutItself(statement, speaker) ? EvidenceGrade.NamedDirect : EvidenceGrade.PartyStatement,
            SpeakerKind.Unnamed => statement.DirectKnowledge && IsSeveral(speaker.Name) ? EvidenceGrade.SeveralUnnamed : EvidenceGrade.OneUnnamed,
            SpeakerKind.Outlet => EvidenceGrade.RelayOnly,
            SpeakerKind.Document => statement.OwnAccess || speaker.SaysItsOwn ? EvidenceGrade.SawRecord : EvidenceGrade.PartyStatement,
            SpeakerKind.Crowd => EvidenceGrade.OneUnnamed,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What a copy of such evidence is worth: the same, but a copy of a record is not the record.</summary>
    public static EvidenceGrade Copied(EvidenceGrade grade) => grade == EvidenceGrade.PrimaryRecord ? EvidenceGrade.PartyStatement : grade;

    private static EvidenceGrade OfOwnVoice(Statement statement, Outlet outlet) => statement.Voice switch
    {
        Voice.Asserts or Voice.Denies => outlet.IsIssuer ? EvidenceGrade.PrimaryRecord : outlet.IsNewsroom ? EvidenceGrade.OwnReporting : EvidenceGrade.Unknown,
        Voice.Relays => EvidenceGrade.RelayOnly,
        // Said by somebody whom the text does not show.
        _ => EvidenceGrade.Unknown,
    };

    private static bool IsIssuersOwn(Speaker speaker, Outlet outlet) => outlet.IsIssuer && NameKeys.SameBody(speaker.Body ?? speaker.Name, outlet.Name);

    private static bool IsAboutItself(Statement statement, Speaker speaker) =>
        statement.Proposition.First(ArgumentRole.Subject)?.Name is { } subject && NameKeys.SamePerson(subject, speaker.Name);

    private static bool IsSeveral(string name) => NameKeys.Split(name).Any(w => Many.Contains(w) || (w.Length > 3 && w[^1] == 's' && w[^2] != 's'));
}
