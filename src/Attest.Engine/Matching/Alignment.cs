namespace Attest.Engine.Matching;

/// <summary>Two propositions laid side by side: what every decision about them looks at.</summary>
/// <param name="Predicates">How their heads compare.</param>
/// <param name="Roles">How subjects, objects and complements compare.</param>
/// <param name="Stated">What of the statement the claim leaves out.</param>
/// <param name="Claimed">What of the claim the statement leaves out.</param>
/// <param name="TimesAgree">Whether both can be about one time.</param>
/// <param name="DetailsApart">Whether they say it of two things.</param>
internal readonly record struct Alignment(PredicatesAlign Predicates, PartsAlign Roles, LooseEnds Stated, LooseEnds Claimed, bool TimesAgree, bool DetailsApart)
{
    // With heads that have nothing in common, only nearly the same words can say the same: see SaysTheSame.
    private const float MostWords = 0.7f;

    /// <summary>Lays them side by side; null for two that no decision can bring together, which most are.</summary>
    public static Alignment? OfKin(Meaning stated, Meaning claimed, StoryWords story)
    {
        bool count = stated.Figure is not null && claimed.Figure is not null;
        var predicates = PredicateComparison.Of(stated, claimed, story);
        if (predicates == PredicatesAlign.Apart && !count && !ShareMostWords(stated, claimed))
            return null;
        var roles = RolesAlign.Of(stated, claimed, story);
        if (!roles.Matched && predicates != PredicatesAlign.Apart && !count)
            return null;
        return new Alignment(predicates, roles, LooseEnds.Of(stated, claimed, story), LooseEnds.Of(claimed, stated, story),
            Matching.TimesAgree.Agree(stated.Proposition.Times, claimed.Proposition.Times), Matching.DetailsApart.Of(stated, claimed, story));
    }

    /// <summary>Whether each side names somebody or something that the other does not, or says it of something else: two persons, two places, two events.</summary>
    public bool SubjectsApart => DetailsApart || (Stated.Names && Claimed.Names);

    private static bool ShareMostWords(Meaning a, Meaning b)
    {
        int shared = 0;
        foreach (var word in a.Words)
            foreach (var other in b.Words)
                shared += word.Key == other.Key ? 1 : 0;
        return shared >= MostWords * Math.Max(a.Words.Length, b.Words.Length);
    }

    /// <summary>From 0 to 1: how much of either is in the other.</summary>
    public float Score => 1 - ((Stated.Share + Claimed.Share) / 2);
}
