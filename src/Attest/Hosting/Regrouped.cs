using Attest.Engine.Grouping;

namespace Attest.Hosting;

/// <summary>Which story each group of reports continues, after reports were placed.</summary>
/// <param name="Groups">Each group: the story that it continues (null where it is a new one), the key of its first report, and the ids of its reports.</param>
/// <param name="Merged">Stories that are no more, each with the group that has most of its reports now.</param>
internal sealed record Regrouped(IReadOnlyList<Regrouped.Group> Groups, IReadOnlyDictionary<string, Regrouped.Group> Merged)
{
    /// <summary>A group of reports that is one story now.</summary>
    internal sealed record Group(StoryHead? Story, string First, IReadOnlyList<string> Reports);

    /// <summary>
    /// A story goes on in the group that has most of its reports (ties: its first report). Where several stories go on in one group, the oldest is the heir
    /// and the others are merged into it. The grouper names stories by their first report, which may leave; addresses must not change with that.
    /// </summary>
    public static Regrouped Of(Grouper grouper, Ledger ledger, IEnumerable<string> touched)
    {
        var reports = Closure(grouper, ledger, touched);
        var groups = reports.GroupBy(r => grouper.StoryOf(r)!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (First: g.Key, Reports: grouper.MembersOf(g.Key).ToArray())).ToArray();
        var goesOn = new Dictionary<string, List<StoryHead>>(StringComparer.Ordinal);
        foreach (var story in reports.Select(r => ledger.FoundFor.GetValueOrDefault(r)).OfType<string>().Distinct(StringComparer.Ordinal).Select(s => ledger.Stories[s]))
        {
            string most = story.Reports.Select(ReportKey.IdOf).Distinct(StringComparer.Ordinal)
                .Select((id, place) => (Group: grouper.StoryOf(id)!, place))
                .GroupBy(r => r.Group, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Min(r => r.place)).First().Key;
            if (!goesOn.TryGetValue(most, out var stories))
                goesOn[most] = stories = [];
            stories.Add(story);
        }
        var merged = new Dictionary<string, Group>(StringComparer.Ordinal);
        var named = new List<Group>();
        foreach (var (first, members) in groups)
        {
            var stories = goesOn.GetValueOrDefault(first, []).OrderBy(s => s.Opened.At).ThenBy(s => s.Id, StringComparer.Ordinal).ToArray();
            var group = new Group(stories.FirstOrDefault(), first, members);
            named.Add(group);
            foreach (var gone in stories.Skip(1))
                merged[gone.Id] = group;
        }
        return new Regrouped(named, merged);
    }

    /// <summary>The reports with all that share a story with one of them, now or before.</summary>
    private static HashSet<string> Closure(Grouper grouper, Ledger ledger, IEnumerable<string> touched)
    {
        var reports = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Stack<string>(touched);
        while (ahead.TryPop(out string? report))
        {
            if (!reports.Add(report))
                continue;
            foreach (string member in grouper.MembersOf(report))
                ahead.Push(member);
            if (ledger.FoundFor.TryGetValue(report, out string? story))
                foreach (string key in ledger.Stories[story].Reports)
                    ahead.Push(ReportKey.IdOf(key));
        }
        return reports;
    }
}
