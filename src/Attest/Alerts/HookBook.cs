using System.Text.Json;
using System.Text.Json.Serialization;
using Attest.Engine.Model;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Alerts;

/// <summary>Tries of the message that waits at an address, as far as they failed.</summary>
/// <param name="Told">When a message last arrived.</param>
/// <param name="FailingSince">Since when none does; null while they do.</param>
/// <param name="Failed">Failed tries of the message that waits.</param>
/// <param name="Next">When it is tried again.</param>
/// <param name="Problem">What the last try failed of.</param>
internal sealed record HookState(DateTimeOffset? Told, DateTimeOffset? FailingSince, int Failed, DateTimeOffset? Next, string? Problem)
{
    /// <summary>Nothing was tried yet.</summary>
    public static HookState New { get; } = new(null, null, 0, null, null);
}

/// <summary>
/// Who is told of changes, and how far: kept in the log, so that a crash, an upgrade or a lost cache leaves no change untold. How often a message failed is kept in the cache: where that is lost, its
/// tries begin anew.
/// </summary>
internal sealed class HookBook(ILog log, Cache cache, TimeProvider clock)
{
    /// <summary>Addresses at most; who needs more puts a relay of his own before them.</summary>
    public const int Most = 100;

    private const string Kind = "hook";

    private readonly Lock reading = new();
    private Hooks now = Hooks.Nobody;
    private long newest;

    /// <summary>Who is told now.</summary>
    public Hooks Now
    {
        get
        {
            lock (reading)
            {
                if (log.Newest > newest)
                    foreach (var entry in log.Read(newest))
                        (now, newest) = (now.After(entry), entry.Number);
                return now;
            }
        }
    }

    /// <summary>Has an address told of changes from now on; one that was stopped goes on where it was.</summary>
    /// <param name="address">The address.</param>
    /// <param name="story">Id of the story; null for all.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <returns>It; null where there are too many already.</returns>
    /// <exception cref="LogException">The log did not take it.</exception>
    public async Task<Hook?> AddAsync(Uri address, string? story, CancellationToken cancel)
    {
        string id = "w" + ContentId.Of($"{address.AbsoluteUri}|{story}");
        if (Now.ById.GetValueOrDefault(id) is not { Stopped: null })
        {
            if (Now.ById.Count >= Most && !Now.ById.ContainsKey(id))
                return null;
            // Before it is told again: its old tries would have it wait.
            cache.Drop(Kind, id);
            await AppendAsync(EntryKinds.Hook, new HookBody(id, address.AbsoluteUri, story), cancel);
        }
        return Now.ById[id];
    }

    /// <summary>Has an address told nothing more.</summary>
    /// <returns>Whether it was told anything.</returns>
    /// <exception cref="LogException">The log did not take it.</exception>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancel)
    {
        if (!Now.ById.ContainsKey(id))
            return false;
        await AppendAsync(EntryKinds.HookLeft, new HookLeftBody(id), cancel);
        cache.Drop(Kind, id);
        return true;
    }

    /// <summary>Notes that an address was told everything up to a place.</summary>
    /// <exception cref="LogException">The log did not take it.</exception>
    public Task ToldAsync(string id, long place, CancellationToken cancel) => AppendAsync(EntryKinds.HookTold, new HookToldBody(id, place), cancel);

    /// <summary>Notes that an address is told nothing more, and why.</summary>
    /// <exception cref="LogException">The log did not take it.</exception>
    public Task StopAsync(string id, string why, CancellationToken cancel) => AppendAsync(EntryKinds.HookStopped, new HookStoppedBody(id, why), cancel);

    /// <summary>How its tries went.</summary>
    public HookState StateOf(string id)
    {
        try
        {
            return cache.Get(Kind, id) is { } kept && JsonSerializer.Deserialize(kept, HookStateContext.Default.HookState) is { } state ? state : HookState.New;
        }
        catch (JsonException)
        {
            return HookState.New; // damaged: its tries begin anew
        }
    }

    /// <summary>Keeps how its tries went.</summary>
    public void Keep(string id, HookState state) => cache.Put(Kind, id, JsonSerializer.SerializeToUtf8Bytes(state, HookStateContext.Default.HookState));

    private async Task AppendAsync<T>(string kind, T body, CancellationToken cancel)
    {
        if (await log.AppendAsync([new NewEntry(null, 0, kind, clock.GetUtcNow(), LogJson.Write(body))], cancel) is Appended.Failed failed)
            throw new LogException(failed.Why);
    }
}

[JsonSerializable(typeof(HookState))]
internal sealed partial class HookStateContext : JsonSerializerContext;
