namespace Attest.Engine.Grouping;

/// <summary>
/// The fitted values of grouping. All were fitted on the train part of ECB+ (33 topics, each with two like events) by the eval task
/// `grouping`, which refits them on four fifths of the topics for each fold that it measures; guarded by its `b3` and `hardPairs`.
/// </summary>
internal static class Calibration
{
    /// <summary>Weights of <see cref="Similarity"/>'s parts: log-odds that two groups of reports tell of one event.</summary>
    public static ReadOnlySpan<double> SameEvent => [-5.49, 1.52, 0.79, 1.90, 3.29, 2.83, -0.93, 1.47, -0.79, 0.57, 0.04, -0.25];

    /// <summary>Log-odds from which a report joins its nearest story. Below zero: that two reports of one event are wrongly kept apart shows at once, the opposite mends itself when a story divides.</summary>
    public const double Join = -2;

    /// <summary>Log-odds below which the two halves of a story become two stories.</summary>
    public const double Divide = -2;

    /// <summary>Log-odds above which two stories become one.</summary>
    public const double Merge = 0;

    /// <summary>Mean similarity of two reports of one event in all terms, names, openings and figures (ECB+ train): what a group is taken to have while it is too small to show its own.</summary>
    public const double WithinText = 0.40, WithinNames = 0.43, WithinLead = 0.43, WithinFigures = 0.35;

    /// <summary>How many pairs of reports that expectation weighs.</summary>
    public const double PriorPairs = 3;

    /// <summary>What a part says where one side has no names or no figures: neither for nor against.</summary>
    public const double Silent = 0.5;

    /// <summary>Log-odds that a silence costs, for each e-fold of its length over <see cref="SilenceDays"/>; ECB+ has no times, so chosen: a fortnight's silence costs 0.8.</summary>
    public const double Silence = 0.5;

    /// <summary>Days of silence that cost little.</summary>
    public const double SilenceDays = 3;
}
