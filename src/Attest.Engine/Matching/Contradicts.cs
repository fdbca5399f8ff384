using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>Whether two propositions cannot both be so: one negates the other, or they take two sides of one pair of opposites (R9).</summary>
internal static class Contradicts
{
    /// <summary>Contradicts, Follows (so at another time), or Unrelated.</summary>
    public static Relation Of(Alignment between, Meaning stated, DateTimeOffset statedAt, Meaning claimed, DateTimeOffset claimedAt)
    {
        if (between.SubjectsApart || !between.TimesAgree || !between.Roles.Matched)
            return Relation.Unrelated;
        bool opposed = between.Predicates == PredicatesAlign.Opposed, signs = stated.Negated != claimed.Negated;
        if (opposed == signs)
            return Relation.Unrelated;
        if (opposed ? !SameOnes(stated, claimed) || OfOtherThings(stated, claimed) : !Negates(between, stated, claimed))
            return Relation.Unrelated;
        if (TimesAgree.Overlap(stated.Proposition.Times, claimed.Proposition.Times))
            return Relation.Contradicts;
        // "No arrest has been made" stays right of its time when an arrest is made the next day; what happened before it was said does not.
        var gap = (statedAt - claimedAt).Duration();
        bool laterChange = opposed || (stated.Negated ? claimedAt > statedAt : statedAt > claimedAt);
        return laterChange && gap > Calibration.Succession ? Relation.Follows : Relation.Contradicts;
    }

    // The positive side must say at least what the negative one denies: "paid" is no answer to "did not pay in cash".
    private static bool Negates(Alignment between, Meaning stated, Meaning claimed)
    {
        bool statedIsPositive = claimed.Negated;
        bool covers = statedIsPositive ? between.Roles.StatedCovers : between.Roles.ClaimedCovers;
        var looseOfNegative = statedIsPositive ? between.Claimed : between.Stated;
        return between.Predicates == PredicatesAlign.Alike && covers && looseOfNegative.Share <= Calibration.LooseEnds && !looseOfNegative.NewNames
            && !FiguresWithin.Disagree(stated.Proposition.Quantities, claimed.Proposition.Quantities);
    }

    // Some miners may live and others be dead; twelve of thirteen cannot be both.
    private static bool SameOnes(Meaning stated, Meaning claimed)
    {
        if (OfNobody(stated) != OfNobody(claimed))
            return true;
        if (stated.Figure is { } a && claimed.Figure is { } b)
            return FiguresWithin.SameUnit(a.Unit, b.Unit) && ((a.Whole ?? b.Whole) is { } whole ? a.Value + b.Value > whole : a.Value == b.Value);
        if (stated.Figure is not null || claimed.Figure is not null)
            return false;
        var one = RolesAlign.Theme(stated);
        var other = RolesAlign.Theme(claimed);
        return one is not null && other is not null && (!AboutBeings(stated) || (Definite(one.Argument) && Definite(other.Argument)));
    }

    // Convicted of fraud and acquitted of forgery is one verdict.
    private static bool OfOtherThings(Meaning stated, Meaning claimed)
    {
        if (stated.Pole?.Scale is not ("guilt" or "custody"))
            return false;
        foreach (var part in stated.Parts)
            foreach (var other in claimed.Parts)
                if (IsCharge(part) && IsCharge(other))
                    return !part.Words.Intersect(other.Words).Any();
        return false;
    }

    private static bool IsCharge(Part part) => part.Argument.Role == ArgumentRole.Oblique && part.Argument.Preposition is "of" or "for" || part.Argument.Role == ArgumentRole.Modifier && part.Words.Length > 0;

    // "Nobody was hurt" leaves no room for anybody who was.
    private static bool OfNobody(Meaning meaning) =>
        meaning.Proposition.Negated && RolesAlign.Theme(meaning) is { } theme && theme.Argument.Text.Split(' ', 2)[0].ToLowerInvariant() is "nobody" or "no" or "none";

    // Prices and ports are one each, persons are many.
    private static bool AboutBeings(Meaning meaning) => meaning.Pole is { Scale: "life" or "safety" or "custody" or "place" or "guilt" };

    private static bool Definite(Argument argument)
    {
        if (argument.Name is not null)
            return true;
        string first = argument.Text.Split(' ', 2)[0];
        return first.ToLowerInvariant() is "the" or "this" or "that" or "these" or "those" or "his" or "her" or "its" or "their" or "all" or "both" or "every" or "no"
            || argument.Text.Contains("'s ", StringComparison.Ordinal) || argument.Text.Contains("’s ", StringComparison.Ordinal);
    }
}
