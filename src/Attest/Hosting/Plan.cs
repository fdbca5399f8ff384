using Attest.Engine;
using Attest.Engine.Model;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>Entries in the making: to be appended all at once, each with the next number of its story.</summary>
internal sealed class Plan(Ledger ledger, DateTimeOffset now)
{
    private readonly List<NewEntry> entries = [];
    private readonly Dictionary<string, int> versions = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal), slugs = new(StringComparer.Ordinal);

    /// <summary>The entries, in the order in which they are to stand in the log.</summary>
    public IReadOnlyList<NewEntry> Entries => entries;

    /// <summary>Adds an entry.</summary>
    /// <param name="story">Id of the story that it belongs to; null where it belongs to none.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="body">What it says.</param>
    public void Add<T>(string? story, string kind, T body)
    {
        int version = story is null ? 0 : versions[story] = versions.GetValueOrDefault(story, ledger.Stories.GetValueOrDefault(story)?.Version ?? 0) + 1;
        entries.Add(new NewEntry(story, version, kind, now, LogJson.Write(body)));
    }

    /// <summary>Opens stories. Two whose words give one address get numbers, the older the plain one.</summary>
    /// <param name="stories">Id, question where a person worded it, and reports in canonical order.</param>
    public void Open(IEnumerable<(string Id, string? Question, Reading[] Reports)> stories)
    {
        foreach (var (id, question, reports) in stories.OrderBy(s => s.Reports[0].Read.Report.At).ThenBy(s => s.Id, StringComparer.Ordinal))
        {
            var opened = Pipeline.Open(new StoryId(id), question, reports[0].Read.Report);
            string slug = ledger.FreeSlug(opened.Slug, slugs);
            slugs.Add(slug);
            Add(id, EntryKinds.Opened, new OpenedBody(
                slug, opened.Question, opened.QuestionGiven, opened.Opened, reports.Any(r => r.Body.HasTimes), reports.Any(r => r.Body.Sample)));
        }
    }

    /// <summary>Has a report join a story.</summary>
    public void Join(string story, DateTimeOffset? settled, Reading reading, DateTimeOffset at, string reason) =>
        Add(story, EntryKinds.Joined, new JoinedBody(ReportKey.Of(reading.Read.Report), EventTime.Of(at, settled), reason));

    /// <summary>The id of a story that is found now, by the id of its first report; numbered where a story that goes on elsewhere has that name.</summary>
    public string FreeId(string first)
    {
        string id = StoryId.Of(first).Value;
        for (int number = 2; ledger.Stories.ContainsKey(id) || !ids.Add(id); number++)
            id = StoryId.Of(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first}|{number}")).Value;
        return id;
    }
}
