using System.Collections.Frozen;

namespace Attest.Engine.Text;

/// <summary>Words that are written with a full stop of their own.</summary>
internal static class Abbreviations
{
    /// <summary>Stands before a name, so that no sentence ends at it.</summary>
    public static FrozenSet<string> Titles { get; } = Set(
        "mr mrs ms dr prof sen rep gov gen col lt sgt capt st messrs rev hon maj cmdr adm pres supt insp det cpl pvt sr. fr mme mlle " +
        "sens reps gens govs mt ft vs no nos vol vols pp fig figs eq sec ch art approx est ca c dept univ assoc drs sts");

    /// <summary>Keeps its full stop, and may end a sentence.</summary>
    public static FrozenSet<string> Others { get; } = Set(
        "inc ltd co corp cos bros jr sr etc al assn ave blvd rd ph.d m.d llc plc jan feb mar apr jun jul aug sept sep oct nov dec " +
        "calif fla mass conn ore ariz tenn minn wis okla colo mich ky tex ala ark kan neb nev mont va pa ga wash " +
        "tues thur thurs fri a.m p.m e.g i.e ed eds esp attn ext mins hrs yrs lbs oz cf viz ibid");

    // These are common words without their full stop: only a capital, and what follows, tell.
    private static readonly FrozenSet<string> AlsoWords = Set("no c st mar jun art ed wash mass sec sat sun wed mon rev gen det fig ch co pa fr est ore mt fri hon");

    /// <summary>Whether a word together with the full stop after it is one token.</summary>
    /// <param name="word">The word without its full stop.</param>
    /// <param name="next">What follows the full stop and blanks; '\0' at the end.</param>
    public static bool KeepsItsStop(ReadOnlySpan<char> word, char next)
    {
        if (word.Length is 0 or > 6)
            return false;
        Span<char> buffer = stackalloc char[word.Length];
        word.ToLowerInvariant(buffer);
        var titles = Titles.GetAlternateLookup<ReadOnlySpan<char>>();
        var others = Others.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!titles.Contains(buffer) && !others.Contains(buffer))
            return false;
        if (!AlsoWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(buffer))
            return true;
        if (buffer is "no" or "c")
            return char.IsDigit(next);
        return char.IsUpper(word[0]) && next != '\0';
    }

    /// <summary>Whether a token is a title or the like, after which no sentence ends.</summary>
    public static bool NeverEnds(ReadOnlySpan<char> token)
    {
        if (token is "e.g." or "i.e." or "cf." or "viz." or "a.k.a.")
            return true;
        if (token.Length is < 2 or > 7 || token[^1] != '.')
            return false;
        Span<char> buffer = stackalloc char[token.Length - 1];
        token[..^1].ToLowerInvariant(buffer);
        return Titles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(buffer);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
