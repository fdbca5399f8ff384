using System.Globalization;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>What the track record shows, in words; where there is too little of it, that is what they say.</summary>
internal static class RecordWords
{
    /// <summary>Outcomes that must back a class of numbers before it counts as calibrated (editorial rules, "The number").</summary>
    public const int Enough = 200;

    /// <summary>The finding, as the page's title: of the number that most outcomes back, where enough do.</summary>
    public static string Heading(RecordDocument record)
    {
        if (record.Scored == 0)
            return "No number could be judged yet";
        var most = record.Buckets.MaxBy(b => b.Count)!;
        return record.Scored < Enough
            ? $"{Words.Spelled(record.Scored)} {(record.Scored == 1 ? "outcome" : "outcomes")} so far: too few to judge the numbers by"
            : $"When Attest said {most.Said}%, it held {Share(most)} of the time";
    }

    /// <summary>Whether the numbers lie within their intervals.</summary>
    public static string Finding(RecordDocument record)
    {
        if (record.Scored < Enough)
            return $"With {Words.Count(record.Scored, "outcome")} the ranges are too wide to tell";
        int off = record.Buckets.Count(b => b.Said < 100 * b.Low || b.Said > 100 * b.High);
        return off == 0 ? "Every number lies within the range of its outcomes"
            : $"{Words.Spelled(off)} of {Words.Count(record.Buckets.Length, "number")} {(off == 1 ? "lies" : "lie")} outside the range of {(off == 1 ? "its" : "their")} outcomes";
    }

    /// <summary>"79%".</summary>
    public static string Share(RecordBucket bucket) => Percent((double)bucket.Held / bucket.Count);

    /// <summary>"67 to 87%".</summary>
    public static string Range(RecordBucket bucket) => $"{Math.Round(bucket.Low * 100):0} to {Percent(bucket.High)}";

    /// <summary>"0.175".</summary>
    public static string Score(double brier) => brier.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>What always giving the overall share would score.</summary>
    public static double BaseScore(RecordDocument record)
    {
        double share = (double)record.Held / record.Scored;
        return share * (1 - share);
    }

    private static string Percent(double share) => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture) + "%";
}
