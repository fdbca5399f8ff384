using System.Collections.Concurrent;
using System.Collections.Immutable;
using Attest.Engine.Publishing;
using Attest.Hosting;

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
public sealed record SearchHit(string Kind, string Text, string Story, string Question, string Id, string? Standing, string? Url, string? Outlet, DateTimeOffset At);

/// <summary>
/// Words to stories, claims and reports: in memory, made anew from the stories' snapshots at a start and whenever one changes, so it is never behind and never
/// the truth. A report is found by its title, its outlet and the stretches of it that claims quote.
/// </summary>
internal sealed class SearchIndex
{
    private readonly Archive archive;
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, byte> changed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> ofStory = new(StringComparer.Ordinal);
    private readonly Dictionary<int, SearchHit> hits = [];
    private int next, gone;
    private bool isFilled;

    public SearchIndex(Newsroom newsroom)
    {
        archive = newsroom.Archive;
        newsroom.Shelf.Changed += snapshot => changed[snapshot.Id] = 0;
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
        if (!isFilled)
            foreach (var row in archive.All())
                changed[row.Id] = 0;
        isFilled = true;
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
        var quotes = story.Claims.SelectMany(c => c.Evidence).ToLookup(e => e.Report, e => e.Quote, StringComparer.Ordinal);
        foreach (var report in story.Reports)
            Put(new SearchHit("report", report.Title ?? "", story.Slug, story.Question, report.Id, null, report.Url, report.Outlet, report.Published), [report.Title ?? "", report.Outlet, .. quotes[report.Id]]);
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
