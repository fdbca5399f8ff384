using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>
/// Whether a claim's words lean on what its report said before them: they open with a bare "the flights", with "this" or "soon thereafter", and name nothing by
/// which a reader could tell which; or they say of somebody or something that it is another, the latest, or later than what is not said. Such a claim is kept and listed; headlines and summaries choose others where there are any.
/// </summary>
internal static class LeansOnContext
{
    private static readonly string[] Openers =
        ["This ", "That ", "These ", "Those ", "Such ", "Another ", "Others ", "Other ", "Both ", "Neither ", "Then ", "There ", "Here ", "Soon ", "Later ", "Instead", "However", "Meanwhile", "Also ", "Still ", "Even ",
            "Thereafter", "Afterwards", "Since then", "For example", "In fact", "Indeed", "In addition", "And ", "But ", "So ", "Yet ", "Or "];

    // "Posted pictures in other parts of Syria", "the latest case was filed": which ones came before, only the report says.
    private static readonly string[] Relative = [" other ", " others ", "the latest ", "the same ", "the next day", "the following day", " however,", " also ", " one man ", "one woman "];

    // "A year later, …", "A short drive away, …".
    private static readonly string[] Distances = [" later", " earlier", " away", " before", " afterwards", " after", " that day", " this time"];

    /// <summary>Whether it does.</summary>
    public static bool Is(Claim claim)
    {
        string wording = claim.Wording;
        if (Openers.Any(o => wording.StartsWith(o, StringComparison.Ordinal)))
            return true;
        if (Relative.Any(r => (" " + wording).Contains(r, StringComparison.OrdinalIgnoreCase)) && !wording.Contains("each other", StringComparison.Ordinal) && !wording.Contains("other than", StringComparison.Ordinal))
            return true;
        int comma = wording.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && Distances.Any(d => wording.AsSpan(0, comma).EndsWith(d, StringComparison.Ordinal)))
            return true;
        if (!wording.StartsWith("The ", StringComparison.Ordinal) || claim.Proposition.Names.Length > 0 || claim.Proposition.First(ArgumentRole.Subject) is null)
            return false;
        // "The flights were low": one plain noun, then the verb, and no name anywhere.
        return (claim.Proposition.First(ArgumentRole.Subject) ?? claim.Proposition.First(ArgumentRole.Object))!.Lemmas.Length <= 1 && !wording.Any(char.IsAsciiDigit) && !wording.Skip(4).Any(char.IsUpper);
    }
}
