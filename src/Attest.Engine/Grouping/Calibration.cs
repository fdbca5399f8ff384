namespace Attest.Engine.Grouping;

/// <summary>
/// The fitted values of grouping, guarded by `b3` and `hardPairs` of the eval task `grouping` and by our own mixed streams in the tests. The weights were
/// fitted on ECB+ train (33 topics, each with two like events) by that task, which refits them on four fifths of the topics for each
/// fold that it measures; the bounds are the best of a few tried on those folds and on our own streams, whose later six were unseen until the last change (docs/quality.md).
/// </summary>
internal static class Calibration
{
    /// <summary>Weights of <see cref="Similarity"/>'s parts: log-odds that two groups of reports tell of one event.</summary>
    public static ReadOnlySpan<double> SameEvent => [-4.826, 0.851, 1.757, 1.741, 3.337, 1.056, 0.381, 0.578, -0.644, -0.041, 0.748, -0.393];

    /// <summary>Log-odds from which a report joins its nearest story. Below zero: that two reports of one event are wrongly kept apart shows at once, the opposite mends itself when a story divides.</summary>
    public const double Join = -2.3;

    /// <summary>Log-odds below which the two halves of a story become two stories.</summary>
    public const double Divide = -1;

    /// <summary>The same where one half is a single report: one report is often on a side of its event that no other tells.</summary>
    public const double DivideOne = -2.5;

    /// <summary>Log-odds above which two stories become one.</summary>
    public const double Merge = 0.5;

    /// <summary>The same where one of them is a single report: it stood alone when little was known of its event.</summary>
    public const double MergeOne = -1.5;

    /// <summary>Log-odds below which two stories are too unlike to have reports of one another.</summary>
    public const double Neighbours = -8;

    /// <summary>Mean similarity of two reports of one event in all terms, names, openings and figures (ECB+ train): what a group is taken to have while it is too small to show its own.</summary>
    public const double WithinText = 0.40, WithinNames = 0.43, WithinLead = 0.43, WithinFigures = 0.35;

    /// <summary>How many pairs of reports that expectation weighs.</summary>
    public const double PriorPairs = 3;

    /// <summary>How many terms a side must have for its likeness to count half; below, what it does not say is no evidence.</summary>
    public const double EnoughWords = 10, EnoughNames = 2, EnoughFigures = 2;

    /// <summary>What a part says where one side has no names or no figures: neither for nor against.</summary>
    public const double Silent = 0.5;

    /// <summary>Log-odds that a silence costs, for each e-fold of its length over <see cref="SilenceDays"/>; ECB+ has no times, so chosen: a fortnight's silence costs 0.8.</summary>
    public const double Silence = 0.5;

    /// <summary>Days of silence that cost little.</summary>
    public const double SilenceDays = 3;

    /// <summary>Log-odds that a report belongs to a question's story before anything is known of it. This and the four below were set on the two worked stories and the sample, each question asked of all three together (the nearest stranger stays 1.0 below zero), and are guarded by our own mixed streams in the tests.</summary>
    public const double RelevantAlone = -2.5;

    /// <summary>Log-odds for saying all that the question says.</summary>
    public const double RelevantCoverage = 3;

    /// <summary>Log-odds for speaking exactly as the relevant reports together do.</summary>
    public const double RelevantProfile = 6;

    /// <summary>Log-odds for naming whom they name.</summary>
    public const double RelevantNames = 2.5;

    /// <summary>Log-odds for being a copy of one of them.</summary>
    public const double RelevantNearest = 3;

    /// <summary>Share of the question that a first report must say.</summary>
    public const double SeedCoverage = 0.6;
}
