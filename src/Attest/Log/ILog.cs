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

    /// <summary>Why a text was removed; null where it was not.</summary>
    string? WhyRemoved(string hash);

    /// <summary>Puts a tombstone in a text's place: the chain still holds, since it covers the text's hash only.</summary>
    /// <param name="hash">The text's hash.</param>
    /// <param name="why">Why it had to go, for the page to say.</param>
    Task RemoveTextAsync(string hash, string why);

    /// <summary>Number of the entry that was appended with a key; null where none was.</summary>
    long? NumberOf(string key);

    /// <summary>The keys that begin so, in ordinal order.</summary>
    IReadOnlyList<string> KeysOf(string prefix);

    /// <summary>Copies the whole log to another file while it is in use.</summary>
    /// <exception cref="LogException">The file cannot be written.</exception>
    void BackUp(string file);
}
