using System.Collections.Concurrent;
using System.Collections.Immutable;
using Attest.Engine.Publishing;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>A claim with the story that it belongs to.</summary>
internal sealed record FoundClaim(StoryDocument Story, ClaimDocument Claim);

/// <summary>Answers readers, now and as of a moment. What no snapshot holds is derived from the log; nothing here waits for a writer.</summary>
internal sealed class Archive(ILog log, Readings readings, TimeProvider clock, Shelf shelf) : IDisposable
{
    /// <summary>Stories as of a moment that are kept: who goes back in time asks for a few moments again and again.</summary>
    private const int MostMoments = 64;

    /// <summary>Stories that <see cref="Wholes"/> gives at most.</summary>
    private const int MostWhole = 500;

    private readonly ConcurrentDictionary<string, (string Slug, int Version)> expected = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> slugs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Id, int Version, long Moment), Snapshot> moments = new();
    private readonly SemaphoreSlim deriving = new(Math.Max(1, Environment.ProcessorCount));

    /// <summary>Says which version of a story is the newest.</summary>
    public void Expect(string id, string slug, int version)
    {
        expected[id] = (slug, version);
        slugs[slug] = id;
    }

    /// <summary>Has a snapshot of every story at hand.</summary>
    /// <returns>The stories of which it has none, since the engine fails of one of their reports.</returns>
    public IReadOnlyList<(string Story, AnalysisFailed Failed)> Prepare() => [.. expected.Keys.AsParallel().Select(id =>
    {
        try
        {
            Whole(id);
            return (id, (AnalysisFailed?)null);
        }
        catch (AnalysisFailed failed)
        {
            return (id, failed);
        }
    }).Where(s => s.Item2 is not null).Select(s => (s.id, s.Item2!))];

    /// <summary>All stories, last changed first, as rows of the list.</summary>
    public ImmutableArray<StoryDocument> All()
    {
        foreach (string id in expected.Keys.Where(id => shelf.Row(id) is null))
            Whole(id);
        return shelf.Rows;
    }

    /// <summary>The newest stories whole, last changed first: for pages about outlets, numbers and updates of all.</summary>
    public ImmutableArray<StoryDocument> Wholes() => [.. All().Take(MostWhole).AsParallel().AsOrdered().Select(row => Whole(row.Id)?.Document).OfType<StoryDocument>()];

    /// <summary>The document of <see cref="Find(string)"/>.</summary>
    public StoryDocument? Story(string slugOrId) => Find(slugOrId)?.Document;

    /// <summary>The document of <see cref="Find(string, DateTimeOffset)"/>.</summary>
    public StoryDocument? Story(string slugOrId, DateTimeOffset moment) => Find(slugOrId, moment)?.Document;

    /// <summary>A story by its slug or id, now. A merged one leads to its heir. Null where there is none.</summary>
    public Snapshot? Find(string slugOrId) => IdOf(slugOrId) is { } id ? Heir(id) : null;

    /// <summary>The same as of a moment; null where it was not there yet.</summary>
    public Snapshot? Find(string slugOrId, DateTimeOffset moment)
    {
        if (IdOf(slugOrId) is not { } id)
            return null;
        for (int hops = 0; hops <= expected.Count; hops++)
        {
            var key = (id, expected[id].Version, moment.UtcTicks);
            if (moments.TryGetValue(key, out var kept))
                return kept;
            if (StoryEntries.Of(log, id) is not { } story)
                return null;
            if (story.Merged is { } merged && merged.At <= moment)
            {
                id = merged.Into;
                continue;
            }
            if (Derive(() => StoryHost.AsOf(story, (k, applies) => readings.Of(k, applies).Read, moment)) is not { } snapshot)
                return null;
            if (moments.Count >= MostMoments)
                moments.Clear();
            moments[key] = snapshot;
            return snapshot;
        }
        return null;
    }

    /// <summary>A claim by its id, in whichever story; null where there is none.</summary>
    public FoundClaim? Claim(string claim)
    {
        foreach (string id in All().Where(d => d.Claims.Any(c => c.Id == claim)).Select(d => d.Id))
            if (Whole(id)?.Document is { } story && story.Claims.FirstOrDefault(c => c.Id == claim) is { } found)
                return new FoundClaim(story, found);
        return null;
    }

    /// <summary>The reports that a story holds now, as keys: of each address the newest version last.</summary>
    public IEnumerable<string> ReportsOf(string id) => StoryEntries.Of(log, id)?.At(DateTimeOffset.MaxValue).Select(a => a.Report) ?? [];

    /// <summary>The text of the version of a report under a key; null where it was removed.</summary>
    public string? TextOf(string report) => log.TextOf(readings.BodyOf(report).Text);

    /// <summary>Ids of the stories in which time itself changes something up to a moment (R23).</summary>
    public IEnumerable<string> Due(DateTimeOffset until)
    {
        All();
        return shelf.All.Where(s => s.Heir is null && s.NextDue <= until).Select(s => s.Id);
    }

    public void Dispose() => deriving.Dispose();

    private string? IdOf(string slugOrId) => slugs.GetValueOrDefault(slugOrId) ?? (expected.ContainsKey(slugOrId) ? slugOrId : null);

    private Snapshot? Heir(string id)
    {
        for (int hops = 0; hops <= expected.Count; hops++)
        {
            if (Whole(id) is not { } snapshot)
                return null;
            if (snapshot.Heir is null)
                return snapshot;
            id = snapshot.Heir;
        }
        return null;
    }

    private Snapshot? Whole(string id)
    {
        if (shelf.Whole(id) is { } there)
            return there;
        int version = expected[id].Version;
        if (shelf.Row(id) is null && shelf.Restore(id, version))
            return shelf.Whole(id);
        // Seen by a writer of its own: what is derived to be read is not shared with the one that writes.
        if (Derive(() => new StoryHost(id, log, readings, clock).Look()) is not { } looked)
            return null;
        shelf.Put(looked);
        return looked;
    }

    private T Derive<T>(Func<T> derive)
    {
        deriving.Wait();
        try
        {
            return derive();
        }
        finally
        {
            deriving.Release();
        }
    }
}
