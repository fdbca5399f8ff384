namespace Attest.Engine.Matching;

/// <summary>Whether a statement says what a claim says, more, or less; signs left out.</summary>
internal static class SaysTheSame
{
    // Where parser or wording differ in the head ("there was an explosion", "an explosion occurred"), nearly every word must agree.
    private const float HeadsApart = 0.12f;

    /// <summary>Same, Entails, EntailedBy or Unrelated.</summary>
    public static Relation Of(Alignment between, Meaning stated, Meaning claimed)
    {
        if (between.SubjectsApart || !between.TimesAgree)
            return Relation.Unrelated;
        var figures = stated.Proposition.Quantities;
        var claimedFigures = claimed.Proposition.Quantities;
        bool bothCount = stated.Figure is not null && claimed.Figure is not null;
        if (!bothCount && FiguresWithin.Disagree(figures, claimedFigures))
            return Relation.Unrelated;
        if (between.Predicates == PredicatesAlign.Apart)
            return between.Stated.Plain <= HeadsApart && between.Claimed.Plain <= HeadsApart && FiguresWithin.Given(figures, claimedFigures)
                && FiguresWithin.Given(claimedFigures, figures) ? Relation.Same : Relation.Unrelated;
        if (!between.Roles.Matched)
            return Relation.Unrelated;
        bool gives = between.Roles.StatedCovers && (bothCount || FiguresWithin.Given(figures, claimedFigures));
        bool given = between.Roles.ClaimedCovers && (bothCount || FiguresWithin.Given(claimedFigures, figures));
        gives &= !TimesAgree.Narrows(claimed.Proposition.Times, stated.Proposition.Times);
        given &= !TimesAgree.Narrows(stated.Proposition.Times, claimed.Proposition.Times);
        if (gives && given && between.Stated.Share <= Calibration.LooseEnds && between.Claimed.Share <= Calibration.LooseEnds
            && !between.Stated.NewNames && !between.Claimed.NewNames)
            return Relation.Same;
        if (gives && between.Claimed.Share <= Calibration.LooseEndsOfEntailed && !between.Claimed.NewNames)
            return Relation.Entails;
        return given && between.Stated.Share <= Calibration.LooseEndsOfEntailed && !between.Stated.NewNames ? Relation.EntailedBy : Relation.Unrelated;
    }
}
