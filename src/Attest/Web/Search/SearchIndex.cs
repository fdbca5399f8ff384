using System.Collections.Concurrent;
using System.Collections.Immutable;
using Attest.Engine.Publishing;
using Attest.Hosting;
using Attest.Web.Server;

namespace Attest.Web.Search;

/// <summary>Something that was found.</summary>
/// <param name="Kind">story, claim or report.</param>
/// <param name="Text">The question, the claim's wording, or the report's title.</param>
/// <param name="Story">The story's part of the address.</param>
/// <param name="Question">The story's question.</param>
/// <param name="Id">Id of the claim or report; the story's for a story.</param>
/// <param name="Standing">The claim's standing.</param>
/// <param name="Url">The report's address.</param>
/// <param name="Outlet">The report's outlet.</param>
/// <param name="At">When the claim or story last changed; when the report was published.</param>
public sealed record SearchHit(string Kind, string Text, string Story, string Question, string Id, string? Standing, string? Url, string? Outlet, DateTimeOffset At)
{
    /// <summary>The report's own words around the first that was looked for, where its title holds none of them.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The key of the report's text.</summary>
    internal string? TextKey { get; init; }
}

/// <summary>
/// Words to stories, claims and reports: in memory, made anew from the stories' snapshots at a start and whenever one changes, so it is never behind and never
/// the truth. A report is found by its title, its outlet and its whole text; the text itself is not kept here.
/// </summary>
internal sealed class SearchIndex
{
    private readonly ServedDesk desk;
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, byte> changed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> ofStory = new(StringComparer.Ordinal);
    private readonly Dictionary<int, SearchHit> hits = [];
    private readonly Dictionary<string, Dictionary<string, string[]>> wordsOf = new(StringComparer.Ordinal);
    private Archive? archive;
    private int next, gone;

    public SearchIndex(ServedDesk desk)
    {
        this.desk = desk;
        desk.Newsroom.Shelf.Changed += snapshot => changed[snapshot.Id] = 0;
    }

    /// <summary>A part of what was found, reports with their own words around the first that was looked for.</summary>
    public ImmutableArray<SearchHit> Shown(IEnumerable<SearchHit> part, string query)
    {
        var words = SearchWords.Of(query).ToHashSet(StringComparer.Ordinal);
        return [.. part.Select(h => h.TextKey is { } key && !SearchWords.Of(h.Text).Any(words.Contains) && archive?.TextOf(key) is { } text
            ? h with { Excerpt = SearchWords.Around(text, words) } : h)];
    }

    /// <summary>What holds all words of a query: rare words first, claims before reports, new before old.</summary>
    public ImmutableArray<SearchHit> Find(string query)
    {
        string[] words = [.. SearchWords.Of(query).Distinct(StringComparer.Ordinal).Take(16)];
        if (words.Length == 0)
            return [];
        lock (gate)
        {
            CatchUp();
            if (words.Any(w => !places.ContainsKey(w)))
                return [];
            var rarest = words.OrderBy(w => places[w].Count).ToArray();
            IEnumerable<int> found = places[rarest[0]];
            foreach (string word in rarest.Skip(1))
                found = found.Intersect(places[word]);
            return [.. found.Where(hits.ContainsKey).Select(i => hits[i]).OrderBy(h => h.Kind switch { "story" => 0, "claim" => 1, _ => 2 }).ThenByDescending(h => h.At).ThenBy(h => h.Id, StringComparer.Ordinal)];
        }
    }

    private void CatchUp()
    {
        if (!ReferenceEquals(archive, desk.Archive))
        {
            // At the start; and when the first report takes the sample story's place.
            archive = desk.Archive;
            places.Clear();
            ofStory.Clear();
            hits.Clear();
            wordsOf.Clear();
            foreach (var row in archive.All())
                changed[row.Id] = 0;
        }
        foreach (string id in changed.Keys.ToArray())
        {
            changed.TryRemove(id, out _);
            Forget(id);
            if (archive.Find(id)?.Document is { } story && story.Id == id)
                Add(story);
        }
        if (gone > 100_000 && gone > hits.Count)
            Compact();
    }

    private void Add(StoryDocument story)
    {
        var own = ofStory[story.Id] = [];
        void Put(SearchHit hit, params IEnumerable<string> texts)
        {
            hits[next] = hit;
            own.Add(next);
            foreach (string word in texts.SelectMany(SearchWords.Of).Distinct(StringComparer.Ordinal))
                (places.TryGetValue(word, out var there) ? there : places[word] = []).Add(next);
            next++;
        }
        Put(new SearchHit("story", story.Question, story.Slug, story.Question, story.Id, null, null, null, story.LastChange), [story.Question, .. story.Updates.Take(1).Select(u => u.Headline), .. story.Summary.Select(s => s.Text)]);
        foreach (var claim in story.Claims)
            Put(new SearchHit("claim", claim.Text, story.Slug, story.Question, claim.Id, claim.Standing, null, null, claim.LastChanged), [claim.Text]);
        var texts = archive!.ReportsOf(story.Id).GroupBy(ReportKey.IdOf, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        var known = wordsOf.GetValueOrDefault(story.Id) ?? [];
        var words = wordsOf[story.Id] = new(StringComparer.Ordinal);
        foreach (var report in story.Reports)
        {
            string? key = texts.GetValueOrDefault(report.Id);
            if (key is not null)
                words[key] = known.GetValueOrDefault(key) ?? [.. SearchWords.Of(archive.TextOf(key) ?? "").Distinct(StringComparer.Ordinal)];
            Put(new SearchHit("report", report.Title ?? "", story.Slug, story.Question, report.Id, null, report.Url, report.Outlet, report.Published) { TextKey = key },
                [report.Title ?? "", report.Outlet, .. key is null ? [] : words[key]]);
        }
    }

    private void Forget(string story)
    {
        if (!ofStory.Remove(story, out var own))
            return;
        foreach (int place in own)
            hits.Remove(place);
        gone += own.Count;
    }

    private void Compact()
    {
        foreach (string word in places.Keys.ToArray())
            if (places[word].RemoveAll(p => !hits.ContainsKey(p)) > 0 && places[word].Count == 0)
                places.Remove(word);
        gone = 0;
    }
}
