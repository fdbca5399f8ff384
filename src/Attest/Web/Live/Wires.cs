using System.Collections.Concurrent;
using System.Threading.Channels;
using Attest.Hosting;

namespace Attest.Web.Live;

/// <summary>All wires: told of every snapshot that readers can see, and beats so that no line seems dead.</summary>
internal sealed class Wires(Newsroom newsroom, TimeProvider clock) : BackgroundService
{
    private const string All = "";

    private static readonly TimeSpan beat = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, Wire> wires = new(StringComparer.Ordinal);
    private readonly Channel<string> changed = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>How many listen.</summary>
    public int Listeners => wires.Values.Sum(w => w.Listeners);

    /// <summary>The wire of a story, by its id.</summary>
    public Wire Of(string story) => wires.GetOrAdd(story, id => new Wire((after, upTo) => Read(id, after, upTo), () => newsroom.Shelf.Row(id)?.Version ?? 0));

    /// <summary>The wire of all stories: updates only.</summary>
    public Wire OfAll() => wires.GetOrAdd(All, _ => new Wire(ReadAll, () => newsroom.Log.Newest));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        newsroom.Shelf.Changed += Tell;
        var beating = BeatAsync(stoppingToken);
        try
        {
            await foreach (string story in changed.Reader.ReadAllAsync(stoppingToken))
                foreach (string name in new[] { story, All })
                    if (wires.TryGetValue(name, out var wire) && wire.Listeners > 0)
                        wire.Advance();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops: who listened resumes at the next start.
        }
        finally
        {
            newsroom.Shelf.Changed -= Tell;
            await beating;
            foreach (var wire in wires.Values)
                wire.Close();
        }
    }

    // Of the thread that writes: it only leaves word.
    private void Tell(Snapshot snapshot) => changed.Writer.TryWrite(snapshot.Id);

    private async Task BeatAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
                foreach (var wire in wires.Values)
                    wire.Wake();
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private IEnumerable<ChangeEvent> Read(string story, long after, long upTo)
    {
        foreach (var entry in newsroom.Log.Read(0, story))
            if (entry.Version > after && entry.Version <= upTo && ChangeEvent.Of(entry, entry.Version, SlugOf) is { } told)
                yield return told;
    }

    private IEnumerable<ChangeEvent> ReadAll(long after, long upTo)
    {
        foreach (var entry in newsroom.Log.Read(after))
        {
            if (entry.Number > upTo)
                yield break;
            if (entry.Kind == Log.EntryKinds.Update && ChangeEvent.Of(entry, entry.Number, SlugOf) is { } told)
                yield return told;
        }
    }

    private string? SlugOf(string story) => newsroom.Shelf.Row(story)?.Document.Slug;
}
