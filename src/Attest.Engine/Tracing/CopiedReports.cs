using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Tracing;

/// <summary>An earlier report that this one rests on.</summary>
/// <param name="Report">The earlier report.</param>
/// <param name="Passages">What of this one's text stands in it.</param>
internal sealed record Source(TracedReport Report, SharedPassages Passages)
{
    private readonly Lazy<ImmutableArray<Word>> words = new(() => Words.Of(Report.Report.Text));

    /// <summary>The earlier report's words.</summary>
    public ImmutableArray<Word> EarlierWords => words.Value;
}

/// <summary>The earlier reports whose passages a report carries (R3): the sketch finds them, aligned runs of words prove them. Earlier wins.</summary>
internal static class CopiedReports
{
    /// <summary>What the report rests on, in order of the story; own earlier versions and reports among it.</summary>
    public static ImmutableArray<Source> Of(EarlierReports story, Report report, ImmutableArray<Word> words, Fingerprint fingerprint)
    {
        var found = ImmutableArray.CreateBuilder<Source>();
        foreach (var earlier in story.All)
        {
            var print = Fingerprint.Of(earlier);
            if (!fingerprint.MayShareWith(print))
                continue;
            var passages = SharedPassages.Of(words, print.WordHashes);
            if ((passages.RestsOnIt || CreditsParagraph(report, earlier, passages)) && !IsCreditedIn(earlier, report, story))
                found.Add(new Source(earlier, passages));
        }
        return found.ToImmutable();
    }

    /// <summary>The report that a copy is shown to be a copy of: the first that holds about as much of it as any other. Null where it rests on its own outlet's only.</summary>
    public static Source? Main(ImmutableArray<Source> sources, Report report)
    {
        var others = sources.Where(s => s.Report.Report.Outlet.Family != report.Outlet.Family).ToList();
        double most = others.Select(s => s.Passages.Share).DefaultIfEmpty().Max();
        return others.Find(s => s.Passages.Share >= 0.9 * most);
    }

    // "… the company said. (Continental Wire)" behind one paragraph among own ones: one short sentence carried over is enough then.
    private static bool CreditsParagraph(Report report, TracedReport earlier, SharedPassages passages) =>
        passages.WholeSentence >= Calibration.CreditedSentenceGrams
        && report.Text.Contains("(" + earlier.Report.Outlet.Name + ")", StringComparison.OrdinalIgnoreCase);

    // A reprint can come in before what it reprints: the credit tells which of the two is the copy.
    private static bool IsCreditedIn(TracedReport earlier, Report report, EarlierReports story) =>
        earlier.CollapsedBecause is CollapseReason.AgencyCredit or CollapseReason.Syndication
        && Credits.Of(earlier.Report, story) is { } credit
        && (NameKeys.OfOutlet(credit.Name) == NameKeys.OfOutlet(report.Outlet.Name) || NameKeys.IsInitials(credit.Name, report.Outlet.Name));
}
