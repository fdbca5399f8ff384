using System.Collections.Concurrent;

namespace Attest.Hosting;

/// <summary>Who writes the stories: this process by itself (<see cref="OwnWriters"/>, for commands) or grains (<see cref="Grains.GrainWriters"/>, for the server).</summary>
internal interface IStoryWriters
{
    /// <summary><see cref="StoryWriter.Look"/> of a story.</summary>
    Task LookAsync(string id);

    /// <summary><see cref="StoryWriter.SettleAsync"/> of a story.</summary>
    Task<Told> SettleAsync(string id, DateTimeOffset atLeast);

    /// <summary>A story's state need not be kept at hand; it is read from the log when something comes.</summary>
    Task LetGoAsync(string id);
}

/// <summary>Writers within this process.</summary>
internal sealed class OwnWriters(Newsroom newsroom) : IStoryWriters
{
    private readonly ConcurrentDictionary<string, StoryWriter> writers = new(StringComparer.Ordinal);

    public Task LookAsync(string id)
    {
        Of(id).Look();
        return Task.CompletedTask;
    }

    public Task<Told> SettleAsync(string id, DateTimeOffset atLeast) => Of(id).SettleAsync(atLeast);

    public Task LetGoAsync(string id)
    {
        writers.TryRemove(id, out _);
        return Task.CompletedTask;
    }

    private StoryWriter Of(string id) => writers.GetOrAdd(id, key => new StoryWriter(key, newsroom));
}
