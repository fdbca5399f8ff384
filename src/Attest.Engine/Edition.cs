using System.Collections.Concurrent;
using System.Collections.Immutable;
using Attest.Engine.Grouping;
using Attest.Engine.Model;
using Attest.Engine.Reading;
using Attest.Engine.Text;

namespace Attest.Engine;

/// <summary>Stories made of one intake in one go: what <c>attest build</c> writes.</summary>
/// <param name="Stories">The stories, last changed first.</param>
/// <param name="LeftOut">Reports that belong to none, with why.</param>
/// <param name="Failed">Reports that an error of ours kept from being analysed, with the cause. They are in their stories, flagged.</param>
public sealed record Edition(ImmutableArray<Story> Stories, ImmutableArray<(Report Report, string Why)> LeftOut, ImmutableArray<(Report Report, string Why)> Failed)
{
    /// <summary>
    /// 1. Leave out what came after <paramref name="asOf"/>. 2. Read every report. 3. With a question take what is relevant to it as one story, else
    /// find stories as reports come. 4. Fold each story up to <paramref name="asOf"/>, or to now.
    /// </summary>
    /// <param name="intake">The reports in canonical order.</param>
    /// <param name="question">The question to follow; null to find stories.</param>
    /// <param name="asOf">The moment to stop at; null for the intake's own now.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static Edition Of(Intake intake, string? question, DateTimeOffset? asOf, CancellationToken cancel) => Of(intake, question, asOf, Pipeline.Read, cancel);

    /// <summary>The same with another reader: a test's that fails.</summary>
    internal static Edition Of(Intake intake, string? question, DateTimeOffset? asOf, Func<Report, ReadReport> reader, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(intake);
        var until = asOf ?? intake.Now;
        var read = intake.Reports
            .Where(r => r.At <= until)
            .AsParallel().AsOrdered().WithCancellation(cancel)
            .Select(r => Analysis.Of(r, reader))
            .ToArray();
        var setAside = new ConcurrentBag<(Report Report, string Why)>();
        foreach (var analysis in read)
            if (analysis.Failed is { } why)
                setAside.Add((analysis.Read.Report, why));
        var (groups, leftOut) = question is null ? Found(read) : Relevant(read, question);
        var stories = groups
            .AsParallel().AsOrdered().WithCancellation(cancel)
            .Select(g => Story(g.Key, question, g.Reports, intake, until, setAside.Add))
            .ToArray();
        return new Edition([.. WithOwnSlugs(stories).OrderByDescending(s => s.LastChange).ThenBy(s => s.Slug, StringComparer.Ordinal)], leftOut,
            [.. setAside.OrderBy(f => f.Report.At).ThenBy(f => f.Report.Url, StringComparer.Ordinal).ThenBy(f => f.Report.ContentHash, StringComparer.Ordinal)]);
    }

    /// <summary>What grouping needs of a report. Depends on the report alone.</summary>
    public static ReportFeatures FeaturesOf(ReadReport read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return ReportFeatures.Of(
            read.Report,
            Language.Analyse(read.Report.Title),
            read.Text.Sentences.IsEmpty ? Language.Analyse(read.Report.Text) : read.Text);
    }

    private static (List<(string Key, ReadReport[] Reports)>, ImmutableArray<(Report, string)>) Found(Analysis[] read)
    {
        var grouper = new Grouper();
        foreach (var report in read)
            grouper.Place(report.Features);
        var byStory = read.ToLookup(r => grouper.StoryOf(r.Features.Key)!, r => r.Read);
        return ([.. grouper.Stories.Select(s => (s.Key, byStory[s.Key].ToArray()))], []);
    }

    private static (List<(string Key, ReadReport[] Reports)>, ImmutableArray<(Report, string)>) Relevant(
        Analysis[] read, string question)
    {
        var decisions = Relevance.To(ReportFeatures.OfQuestion(Language.Analyse(question)), [.. read.Select(r => r.Features)])
            .ToDictionary(d => d.Report, StringComparer.Ordinal);
        ReadReport[] relevant = [.. read.Where(r => decisions[r.Features.Key].IsRelevant).Select(r => r.Read)];
        return (
            relevant.Length == 0 ? [] : [(question, relevant)],
            [.. read.Where(r => !decisions[r.Features.Key].IsRelevant).Select(r => (r.Read.Report, decisions[r.Features.Key].Reason))]);
    }

    private static Story Story(string key, string? question, ReadReport[] reports, Intake intake, DateTimeOffset until, Action<(Report, string)> setAside)
    {
        var opened = Pipeline.Open(StoryId.Of(question ?? key), question, reports[0].Report) with
        {
            HasTimes = intake.HasTimes,
            Sample = intake.Sample,
        };
        return Fold.Of(opened, reports, until, (report, why) => setAside((report, why)));
    }

    /// <summary>Two stories whose words give the same address get numbers, the older the plain one.</summary>
    private static IEnumerable<Story> WithOwnSlugs(IEnumerable<Story> stories)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var story in stories.OrderBy(s => s.Opened).ThenBy(s => s.Id.Value, StringComparer.Ordinal))
        {
            string slug = story.Slug;
            for (int number = 2; !taken.Add(slug); number++)
                slug = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{story.Slug}-{number}");
            yield return story with { Slug = slug };
        }
    }
}
