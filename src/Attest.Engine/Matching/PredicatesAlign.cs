namespace Attest.Engine.Matching;

/// <summary>How the heads of two propositions compare.</summary>
internal enum PredicatesAlign
{
    /// <summary>They have nothing to do with one another.</summary>
    Apart,

    /// <summary>They say the same.</summary>
    Alike,

    /// <summary>They are opposites.</summary>
    Opposed,
}

/// <summary>Compares heads: by the side they take where both take one, else by the words.</summary>
internal static class PredicateComparison
{
    /// <summary>How the two heads compare.</summary>
    public static PredicatesAlign Of(Meaning stated, Meaning claimed, StoryWords story)
    {
        if (stated.Pole is { } a && claimed.Pole is { } b && a.Scale == b.Scale)
            return a.Up == b.Up ? PredicatesAlign.Alike : PredicatesAlign.Opposed;
        if (stated.Predicate is not { } x || claimed.Predicate is not { } y)
            return stated.Predicate is null && claimed.Predicate is null ? PredicatesAlign.Alike : PredicatesAlign.Apart;
        if (WordsAlign.Opposed(x, y))
            return PredicatesAlign.Opposed;
        return Math.Max(story.Cover(x, y), story.Cover(y, x)) >= Calibration.SameWord ? PredicatesAlign.Alike : PredicatesAlign.Apart;
    }
}
