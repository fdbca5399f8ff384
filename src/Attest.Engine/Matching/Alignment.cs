namespace Attest.Engine.Matching;

/// <summary>Two propositions laid side by side: what every decision about them looks at.</summary>
/// <param name="Predicates">How their heads compare.</param>
/// <param name="Roles">How subjects, objects and complements compare.</param>
/// <param name="Stated">What of the statement the claim leaves out.</param>
/// <param name="Claimed">What of the claim the statement leaves out.</param>
/// <param name="TimesAgree">Whether both can be about one time.</param>
internal readonly record struct Alignment(PredicatesAlign Predicates, PartsAlign Roles, LooseEnds Stated, LooseEnds Claimed, bool TimesAgree)
{
    /// <summary>Lays them side by side.</summary>
    public static Alignment Of(Meaning stated, Meaning claimed, StoryWords story) => new(
        PredicateComparison.Of(stated, claimed, story),
        RolesAlign.Of(stated, claimed, story),
        LooseEnds.Of(stated, claimed, story),
        LooseEnds.Of(claimed, stated, story),
        Matching.TimesAgree.Agree(stated.Proposition.Times, claimed.Proposition.Times));

    /// <summary>Whether each side names somebody or something new that the other does not: two persons, two places, two events.</summary>
    public bool NamesApart => Stated.Names && Claimed.Names;

    /// <summary>From 0 to 1: how much of either is in the other.</summary>
    public float Score => 1 - ((Stated.Share + Claimed.Share) / 2);
}
