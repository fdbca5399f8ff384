using System.Collections.Immutable;

namespace Attest.Engine.Text.Figures;

/// <summary>The phrases before and after a figure that bound it.</summary>
internal static class BoundPhrases
{
    private static readonly Dictionary<string, Bound> Leading = Table(
        (Bound.AtLeast, [
            "at least", "at the very least", "more than", "over", "well over", "just over", "no fewer than", "no less than", "not fewer than", "not less than",
            "upwards of", "upward of", "in excess of", "above", "exceeding", "exceeded", "exceeds", "a minimum of", "minimum of", "as few as", "beyond", "greater than", "higher than",
            "topped", "tops", "topping", "surpassed", "larger than", "longer than", ">", "≥", "better than"]),
        (Bound.AtMost, [
            "up to", "fewer than", "less than", "under", "just under", "below", "no more than", "not more than", "at most", "at the most", "as many as",
            "as much as", "as high as", "a maximum of", "maximum of", "lower than", "smaller than", "shorter than", "<", "≤", "anything up to", "not exceeding"]),
        (Bound.About, [
            "about", "around", "roughly", "approximately", "approx", "some", "an estimated", "estimated", "nearly", "almost", "close to", "near", "circa",
            "ca", "~", "somewhere around", "in the region of", "of around", "virtually", "an approximate"]));

    private static readonly Dictionary<string, Bound> Trailing = Table(
        (Bound.AtLeast, ["or more", "and more", "or so more", "at least", "plus", "+", "and counting", "and rising", "and up", "or above", "or higher", "or older", "or over"]),
        (Bound.AtMost, ["or less", "or fewer", "at most", "or under", "or below", "or lower", "at the most", "or younger"]),
        (Bound.About, ["or so", "or thereabouts", "give or take", "odd", "ish", "approximately"]));

    private const int LongestPhrase = 4;

    /// <summary>The bound that the words right before a piece give, and its first piece; null where they give none.</summary>
    public static (Bound Bound, int First, bool IsOver)? Before(ImmutableArray<Piece> pieces, int first)
    {
        int end = first;
        for (int fillers = 0; fillers < 3; fillers++)
        {
            for (int length = Math.Min(LongestPhrase, end); length >= 1; length--)
                if (Leading.TryGetValue(Phrase(pieces, end - length, end), out Bound bound))
                    return (bound, end - length, length == 1 && pieces[end - 1].Is("over"));
            // "at least another 12", "about the same 12", "more than a further 40"
            if (end == 0 || pieces[end - 1].Lower is not ("another" or "further" or "additional" or "a" or "an" or "the" or "other" or "estimated"))
                return null;
            end--;
        }
        return null;
    }

    /// <summary>The bound that the words right after a piece give, and the piece after them; null where they give none.</summary>
    public static (Bound Bound, int End)? After(ImmutableArray<Piece> pieces, int end)
    {
        int start = end < pieces.Length && pieces[end].IsHyphen && pieces[end].Glued ? end + 1 : end;
        for (int length = Math.Min(LongestPhrase, pieces.Length - start); length >= 1; length--)
            if (Trailing.TryGetValue(Phrase(pieces, start, start + length), out Bound bound) && (length > 1 || start > end || pieces[start].Lower is "plus" or "+"))
                return (bound, start + length);
        return null;
    }

    private static string Phrase(ImmutableArray<Piece> pieces, int from, int to) =>
        to - from == 1 ? pieces[from].Lower : string.Join(' ', pieces.Skip(from).Take(to - from).Select(p => p.Lower));

    private static Dictionary<string, Bound> Table(params (Bound Bound, string[] Phrases)[] rows) =>
        rows.SelectMany(r => r.Phrases.Select(p => (p, r.Bound))).ToDictionary(p => p.p, p => p.Bound);
}
