using Attest.Engine.Grouping;
using Attest.Engine.Text;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>
/// Decides which story a report belongs to, and writes the decision as entries: the only user of <see cref="Grouper"/>, one batch at a time. Followed
/// questions take what is relevant to them; what was gathered for a question and is not relevant is left out; the rest is found a story for.
/// </summary>
internal sealed class RouterHost(Ledger ledger, Readings readings)
{
    /// <summary>Reports that no story took and that a question is asked about again when it grows; older ones are not.</summary>
    private const int Reconsidered = 2000;

    private readonly Dictionary<string, Reading> known = new(StringComparer.Ordinal);
    private Grouper? grouper;

    /// <summary>The entries that place a batch.</summary>
    /// <param name="batch">Readings in canonical order (time, address, content hash).</param>
    /// <param name="now">The time of the entries.</param>
    public IReadOnlyList<NewEntry> Place(IReadOnlyList<Reading> batch, DateTimeOffset now)
    {
        var plan = new Plan(ledger, now);
        if (known.Count > 4 * Reconsidered)
            known.Clear();
        foreach (var reading in batch)
            known[KeyOf(reading)] = reading;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var question in ledger.Questions)
            Ask(question, batch, plan, taken, reasons);
        Reading[] rest = [.. batch.Where(r => !taken.Contains(KeyOf(r)))];
        foreach (var reading in rest.Where(r => r.Body.For is not null))
            plan.Add(null, EntryKinds.LeftOut, new LeftOutBody(KeyOf(reading), reasons.GetValueOrDefault(KeyOf(reading), "it bears on no followed question")));
        Find([.. rest.Where(r => r.Body.For is null)], plan);
        return plan.Entries;
    }

    private static string KeyOf(Reading reading) => ReportKey.Of(reading.Read.Report);

    private Reading ReadingOf(string key) => known.TryGetValue(key, out var reading) ? reading : known[key] = readings.TryOf(key);

    private void Ask(QuestionBody question, IReadOnlyList<Reading> batch, Plan plan, HashSet<string> taken, Dictionary<string, string> reasons)
    {
        bool For(Reading r) => r.Body.For is null or ReportBody.AnyQuestion || r.Body.For == question.Story;
        var story = ledger.Stories.GetValueOrDefault(question.Story);
        var members = story?.Reports.ToHashSet(StringComparer.Ordinal) ?? [];
        var memberIds = members.Select(ReportKey.IdOf).ToHashSet(StringComparer.Ordinal);
        Reading[] asked = Canonical([.. members.Concat(ledger.LeftOut.TakeLast(Reconsidered)).Distinct(StringComparer.Ordinal).Select(ReadingOf).Where(For), .. batch.Where(For)]);
        if (asked.Length == 0)
            return;
        var decisions = Relevance.To(ReportFeatures.OfQuestion(Language.Analyse(question.Question)), [.. asked.Select(r => r.Features)])
            .ToDictionary(d => d.Report, StringComparer.Ordinal);
        Reading[] join = [.. asked.Where(r => !members.Contains(KeyOf(r)) && (memberIds.Contains(r.Features.Key) || decisions[r.Features.Key].IsRelevant))];
        foreach (var reading in asked)
            if (!decisions[reading.Features.Key].IsRelevant)
                reasons.TryAdd(KeyOf(reading), decisions[reading.Features.Key].Reason);
        if (join.Length == 0)
            return;
        if (story is null)
            plan.Open([(question.Story, question.Question, join)]);
        foreach (var reading in join)
        {
            taken.Add(KeyOf(reading));
            plan.Join(question.Story, story?.Settled, reading, EventTime.Of(reading.Read.Report.At, story?.Settled), decisions[reading.Features.Key].Reason);
        }
    }

    private void Find(Reading[] batch, Plan plan)
    {
        if (batch.Length == 0)
            return;
        grouper ??= Replayed();
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        var touched = new List<string>();
        foreach (var reading in batch)
        {
            var placement = grouper.Place(reading.Features);
            reasons[reading.Features.Key] = placement.Reason;
            touched.AddRange([reading.Features.Key, placement.Story]);
            foreach (var (keys, reason) in placement.Regroupings.Select(Touched))
            {
                touched.AddRange(keys);
                foreach (string key in keys)
                    reasons[key] = reason;
            }
        }
        var after = Regrouped.Of(grouper, ledger, touched);
        var names = after.Groups.ToDictionary(g => g, g => g.Story?.Id ?? plan.FreeId(g.First));
        var newest = batch.Max(r => r.Read.Report.At);
        var storyOf = after.Groups.SelectMany(g => g.Reports.Select(r => (r, g))).ToDictionary(p => p.r, p => p.g, StringComparer.Ordinal);
        Reading[] came = Canonical([.. batch, .. Moved(after, storyOf, names)]);
        plan.Open([.. after.Groups.Where(g => g.Story is null).Select(g => (names[g], (string?)null, came.Where(r => storyOf[r.Features.Key] == g).ToArray()))]);
        foreach (var reading in came)
        {
            var group = storyOf[reading.Features.Key];
            var from = ledger.FoundFor.TryGetValue(reading.Features.Key, out string? was) && was != names[group] ? ledger.Stories[was] : null;
            var own = reading.Read.Report.At;
            // What another story has published it with cannot have been here before it left there.
            var at = from?.Settled is { } published && EventTime.Of(newest, published) is var leaves && leaves > own ? leaves : own;
            plan.Join(names[group], group.Story?.Settled, reading, EventTime.Of(at, group.Story?.Settled), reasons.GetValueOrDefault(reading.Features.Key, "it tells of the same event"));
        }
        foreach (var story in storyOf.Keys.Select(r => ledger.FoundFor.GetValueOrDefault(r)).OfType<string>().Distinct(StringComparer.Ordinal).Select(s => ledger.Stories[s]))
            Leave(story, after, storyOf, names, reasons, story.Settled is null ? story.Opened.At : EventTime.Of(newest, story.Settled), plan);
    }

    /// <summary>All versions of the reports that are in another story now.</summary>
    private IEnumerable<Reading> Moved(Regrouped after, Dictionary<string, Regrouped.Group> storyOf, Dictionary<Regrouped.Group, string> names) =>
        from id in after.Groups.SelectMany(g => g.Reports)
        where ledger.FoundFor.TryGetValue(id, out string? was) && was != names[storyOf[id]]
        from key in ledger.Stories[ledger.FoundFor[id]].Reports
        where ReportKey.IdOf(key) == id
        select ReadingOf(key);

    private static void Leave(
        StoryHead story, Regrouped after, Dictionary<string, Regrouped.Group> storyOf, Dictionary<Regrouped.Group, string> names, Dictionary<string, string> reasons, DateTimeOffset at, Plan plan)
    {
        if (after.Merged.TryGetValue(story.Id, out var heir))
        {
            plan.Add(story.Id, EntryKinds.Merged, new MergedBody(names[heir], at, reasons.GetValueOrDefault(ReportKey.IdOf(story.Reports[0]), "they tell of one event")));
            return;
        }
        foreach (var gone in story.Reports.Select(ReportKey.IdOf).Distinct(StringComparer.Ordinal).Where(r => names[storyOf[r]] != story.Id).GroupBy(r => names[storyOf[r]], StringComparer.Ordinal))
            plan.Add(story.Id, EntryKinds.Left, new LeftBody([.. gone], gone.Key, at, reasons.GetValueOrDefault(gone.First(), "it tells of another event")));
    }

    private (string[] Keys, string Reason) Touched(Regrouping regrouping) => regrouping switch
    {
        // A merged story's reports are found by its name, which is one of them.
        Regrouping.Merged m => ([m.Gone, m.Heir, .. ledger.FoundFor.TryGetValue(m.Gone, out string? gone) ? ledger.Stories[gone].Reports.Select(ReportKey.IdOf) : []], m.Reason),
        Regrouping.Split s => ([s.From, s.Into, .. s.Reports], s.Reason),
        Regrouping.Moved m => ([m.From, m.Into, .. m.Reports], m.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The grouper as it was left: all reports placed again in the order of their first placing.</summary>
    private Grouper Replayed()
    {
        var replayed = new Grouper();
        foreach (var features in ledger.Placings.AsParallel().AsOrdered().Select(readings.TryOf).Select(r => r.Features))
            replayed.Place(features);
        return replayed;
    }

    private static Reading[] Canonical(IEnumerable<Reading> some) =>
        [.. some.OrderBy(r => r.Read.Report.At).ThenBy(r => r.Read.Report.Url, StringComparer.Ordinal).ThenBy(r => r.Read.Report.ContentHash, StringComparer.Ordinal)];
}
