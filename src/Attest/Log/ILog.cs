namespace Attest.Log;

/// <summary>The append-only log: what came from outside, and what was published. Everything else can be rebuilt from it.</summary>
internal interface ILog : IAsyncDisposable
{
    /// <summary>Appends entries, all or none. When it returns <see cref="Appended.Done"/> they survive a crash.</summary>
    Task<Appended> AppendAsync(IReadOnlyList<NewEntry> entries, CancellationToken cancel);

    /// <summary>The entries after a number, in order; of one story where one is named. Never waits for writers.</summary>
    IEnumerable<LogEntry> Read(long after = 0, string? story = null);

    /// <summary>Number of the newest entry; 0 where there is none.</summary>
    long Newest { get; }

    /// <summary>The text under a hash; null where it was removed or never stored.</summary>
    string? TextOf(string hash);

    /// <summary>Puts a tombstone in a text's place: the chain still holds, since it covers the text's hash only.</summary>
    /// <param name="hash">The text's hash.</param>
    /// <param name="why">Why it had to go, for the page to say.</param>
    Task RemoveTextAsync(string hash, string why);

    /// <summary>A stored analysis or snapshot: never the truth, and may be dropped at any time.</summary>
    byte[]? Cached(string kind, string key);

    /// <summary>Stores an analysis or snapshot.</summary>
    void Cache(string kind, string key, byte[] body);

    /// <summary>Copies the whole log to another file while it is in use.</summary>
    void BackUp(string file);
}

/// <summary>Whether a log holds together.</summary>
/// <param name="Entries">Entries that were read.</param>
/// <param name="Broken">Number of the first entry that does not hold; null where all do.</param>
/// <param name="Why">What is wrong there.</param>
internal sealed record Chain(long Entries, long? Broken, string? Why)
{
    /// <summary>Follows the chain of hashes from the first entry on, and checks that every text named is the one under its hash.</summary>
    public static Chain Follow(ILog log)
    {
        string before = LogEntry.NoHash;
        long number = 0;
        foreach (var entry in log.Read())
        {
            number++;
            if (entry.Number != number)
                return new Chain(number - 1, number, $"entry {number} is missing");
            if (LogEntry.HashOf(before, entry.Number, entry.Story, entry.Version, entry.Kind, entry.At, entry.Body) != entry.Hash)
                return new Chain(number - 1, number, $"entry {number} ({entry.Kind}) does not match its hash");
            before = entry.Hash;
        }
        return new Chain(number, null, null);
    }
}
