namespace Attest.Engine.Matching;

/// <summary>How a statement bears on a claim, and how near they are.</summary>
/// <param name="Relation">How.</param>
/// <param name="Score">From 0 to 1.</param>
internal readonly record struct Comparison(Relation Relation, float Score)
{
    private static readonly Comparison None = new(Relation.Unrelated, 0);

    /// <summary>
    /// Compares what is said, whoever says it. 1. A plan is no occurrence. 2. Word for word. 3. Opposites and negations.
    /// 4. Same, more or less, signs alike. 5. Two figures of one series.
    /// </summary>
    public static Comparison Of(Meaning stated, DateTimeOffset statedAt, Meaning claimed, DateTimeOffset claimedAt, StoryWords story)
    {
        if (Meaning.Family(stated.Kind) != Meaning.Family(claimed.Kind))
            return None;
        if (stated.BothSidesOf is { } scale ? claimed.Pole?.Scale == scale : claimed.BothSidesOf is { } other && stated.Pole?.Scale == other)
            return None;
        if (stated.Key == claimed.Key && stated.Proposition.Times.Length == 0 && claimed.Proposition.Times.Length == 0)
            return new Comparison(Relation.Same, 1);
        if (Alignment.OfKin(stated, claimed, story) is not { } between)
            return None;
        var against = Contradicts.Of(between, stated, statedAt, claimed, claimedAt);
        if (against != Relation.Unrelated)
            return new Comparison(against, between.Score);
        if (between.Predicates == PredicatesAlign.Opposed || stated.Negated != claimed.Negated)
            return None;
        var words = Turned(SaysTheSame.Of(between, stated, claimed), stated.Negated);
        if (stated.Figure is { } figure && claimed.Figure is { } counted)
        {
            bool series = SameSeries.Of(between, stated, claimed, story);
            if (words == Relation.Unrelated && !series)
                return None;
            bool sameScope = series && !between.Stated.NewNames && !between.Claimed.NewNames && FiguresWithin.SameUnit(figure.Unit, counted.Unit);
            return new Comparison(FiguresRelate.Of(words, figure, counted, sameScope, SameTime(stated, statedAt, claimed, claimedAt)), between.Score);
        }
        if (stated.Figure is not null)
            words = words is Relation.Same or Relation.Entails ? Relation.Entails : Relation.Unrelated;
        else if (claimed.Figure is not null)
            words = words is Relation.Same or Relation.EntailedBy ? Relation.EntailedBy : Relation.Unrelated;
        return words == Relation.Unrelated ? None : new Comparison(words, between.Score);
    }

    // Where nobody was hurt, no miner was hurt: a negated general statement gives the specific one.
    private static Relation Turned(Relation relation, bool negated) => (relation, negated) switch
    {
        (Relation.Entails, true) => Relation.EntailedBy,
        (Relation.EntailedBy, true) => Relation.Entails,
        _ => relation,
    };

    private static bool SameTime(Meaning stated, DateTimeOffset statedAt, Meaning claimed, DateTimeOffset claimedAt)
    {
        // "Shares fell 4 percent on Monday" is about Monday for good; a toll of Monday's blast is as of the report.
        if ((statedAt - claimedAt).Duration() <= Calibration.SameAsOf
            || (SameSeries.IsMeasure(stated.Figure!.Unit) && TimesAgree.Overlap(stated.Proposition.Times, claimed.Proposition.Times)))
            return true;
        var (early, late) = statedAt < claimedAt ? (stated, claimed) : (claimed, stated);
        return late.Figure!.Value < early.Figure!.Value && (statedAt - claimedAt).Duration() <= Calibration.Succession;
    }
}
