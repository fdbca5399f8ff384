namespace Attest.Web;

/// <summary>The editorial rules in plain words, for "which rules decided this".</summary>
internal static class RuleWords
{
    /// <summary>One plain sentence for a rule's name; null for a name that is none.</summary>
    public static string? Of(string rule) => rule switch
    {
        "R1" => "That somebody said it and that it is so are judged apart.",
        "R2" => "It takes two independent origins, with different owners, to confirm.",
        "R3" => "Reports that share an origin count once.",
        "R4" => "A primary record by a body competent for the matter puts it on record.",
        "R5" => "An official statement counts only for what its maker is competent for.",
        "R6" => "Unnamed sources confirm only where three newsrooms have them directly and nobody denies it.",
        "R7" => "Hedged reporting and questions count for nothing.",
        "R8" => "A specific denial by a party with knowledge is printed beside the claim and leaves it disputed until it is resolved.",
        "R9" => "Claims contradict each other only on the same subject, scope and time.",
        "R10" => "Of a moving figure, what two origins or a record bear out is confirmed.",
        "R11" => "Cause, blame, motive and guilt stay attributed without a primary record or an investigation’s finding.",
        "R12" => "Forecasts are never confirmed; they are scored when their time comes.",
        "R13" => "Opinions have no probability.",
        "R14" => "In a story’s first two hours it takes three origins, or a record, to confirm.",
        "R15" => "A correction takes away its origin and all that repeat it.",
        "R16" => "A demotion is told as plainly as a promotion.",
        "R17" => "Every published sentence rests on claims.",
        "R18" => "The wording agrees with the standing.",
        "R19" => "What could not be read is said, and never scored.",
        "R20" => "An editor decided, with a reason that is on record.",
        "R21" => "A report is evidence of nothing but what it reports.",
        "R22" => "Headlines are no evidence of their own.",
        "R23" => "Time passed: a window closed, a deadline came or the claim lapsed.",
        _ => null,
    };
}
