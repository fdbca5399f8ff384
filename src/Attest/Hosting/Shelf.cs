using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Attest.Engine.Publishing;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>
/// What readers see: one immutable snapshot a story. Writers put new ones, readers never wait for them. Whole documents of the stories that are read stay
/// in memory, those of others in the cache.
/// </summary>
internal sealed class Shelf(Cache cache)
{
    private const string Kind = "story";

    /// <summary>Whole documents kept in memory; about 100 KB each.</summary>
    private const int MostWhole = 512;

    private readonly ConcurrentDictionary<string, Snapshot> whole = new(StringComparer.Ordinal);
    private ImmutableDictionary<string, Snapshot> rows = ImmutableDictionary.Create<string, Snapshot>(StringComparer.Ordinal);
    private ImmutableDictionary<string, string> bySlug = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Told each snapshot that was put, when readers can see it. Who is told must not keep the writer.</summary>
    public event Action<Snapshot>? Changed;

    /// <summary>Stories by themselves, last changed first, each as a row of the list: without evidence, reports and older updates.</summary>
    public ImmutableArray<StoryDocument> Rows =>
        [.. rows.Values.Where(r => r.Heir is null).Select(r => r.Document).OrderByDescending(d => d.LastChange).ThenBy(d => d.Slug, StringComparer.Ordinal)];

    /// <summary>All snapshots as rows.</summary>
    public IEnumerable<Snapshot> All => rows.Values;

    /// <summary>The id of the story with a slug or an id; null where there is none.</summary>
    public string? IdOf(string slugOrId) => bySlug.GetValueOrDefault(slugOrId) ?? (rows.ContainsKey(slugOrId) ? slugOrId : null);

    /// <summary>The row of a story.</summary>
    public Snapshot? Row(string id) => rows.GetValueOrDefault(id);

    /// <summary>The whole story; null where it must be derived anew (<see cref="Put"/> it then).</summary>
    public Snapshot? Whole(string id)
    {
        if (whole.TryGetValue(id, out var kept))
            return kept;
        if (rows.TryGetValue(id, out var row) && Stored(id, row.Version) is { } stored)
            return whole[id] = stored;
        return null;
    }

    /// <summary>Keeps no snapshot of a story in the cache.</summary>
    public static void Forget(Cache cache, string id) => cache.Drop(Kind, id);

    /// <summary>Puts a story's newest snapshot in the place of the one before.</summary>
    public void Put(Snapshot snapshot)
    {
        if (whole.Count > MostWhole)
            whole.Clear();
        whole.AddOrUpdate(snapshot.Id, snapshot, (_, before) => before.Version > snapshot.Version ? before : snapshot);
        PutRow(snapshot);
        cache.Put(Kind, snapshot.Id, [.. JsonSerializer.SerializeToUtf8Bytes(new Head(snapshot.Version, snapshot.Heir, snapshot.NextDue)), (byte)'\n', .. StoryJson.Write(snapshot.Document)]);
        Changed?.Invoke(snapshot);
    }

    /// <summary>Takes a story's snapshot from the cache; false where it holds none of this version.</summary>
    public bool Restore(string id, int version)
    {
        if (Stored(id, version) is not { } stored)
            return false;
        PutRow(stored);
        return true;
    }

    private void PutRow(Snapshot snapshot)
    {
        var row = snapshot with { Document = RowOf(snapshot.Document) };
        ImmutableInterlocked.AddOrUpdate(ref rows, row.Id, row, (_, before) => before.Version > row.Version ? before : row);
        ImmutableInterlocked.AddOrUpdate(ref bySlug, row.Document.Slug, row.Id, (_, _) => row.Id);
    }

    private static StoryDocument RowOf(StoryDocument document) => document with
    {
        Claims = [.. document.Claims.Select(c => c with { Evidence = [], Contributions = [], Reason = "", WouldSettle = null })],
        Updates = [.. document.Updates.Take(1)],
        Origins = [],
        Reports = [],
    };

    private Snapshot? Stored(string id, int version)
    {
        if (cache.Get(Kind, id) is not { } stored)
            return null;
        try
        {
            int end = Array.IndexOf(stored, (byte)'\n');
            var head = JsonSerializer.Deserialize<Head>(stored.AsSpan(0, end))!;
            return head.Version == version ? new Snapshot(id, head.Version, head.Heir, head.NextDue, StoryJson.ReadStory(stored.AsSpan(end + 1))) : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentOutOfRangeException)
        {
            return null; // damaged: it is derived anew
        }
    }

    private sealed record Head(int Version, string? Heir, DateTimeOffset? NextDue);
}
