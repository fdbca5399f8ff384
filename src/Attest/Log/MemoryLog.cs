namespace Attest.Log;

/// <summary>A log that lives as long as the process: for the sample story, which is shown and never kept.</summary>
internal sealed class MemoryLog : ILog
{
    private readonly Lock gate = new();
    private readonly List<LogEntry> entries = [];
    private readonly SortedDictionary<string, long> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> removed = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public long Newest
    {
        get
        {
            lock (gate)
                return entries.Count;
        }
    }

    /// <inheritdoc/>
    public Task<Appended> AppendAsync(IReadOnlyList<NewEntry> entries, CancellationToken cancel)
    {
        lock (gate)
            return Task.FromResult(Append(entries));
    }

    /// <inheritdoc/>
    public IEnumerable<LogEntry> Read(long after = 0, string? story = null)
    {
        lock (gate)
            return [.. entries.Skip((int)after).Where(e => story is null || e.Story == story)];
    }

    /// <inheritdoc/>
    public string? TextOf(string hash)
    {
        lock (gate)
            return texts.GetValueOrDefault(hash);
    }

    /// <inheritdoc/>
    public string? WhyRemoved(string hash)
    {
        lock (gate)
            return removed.GetValueOrDefault(hash);
    }

    /// <inheritdoc/>
    public Task RemoveTextAsync(string hash, string why)
    {
        lock (gate)
            (texts[hash], removed[hash]) = (null, why);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public long? NumberOf(string key)
    {
        lock (gate)
            return known.TryGetValue(key, out long number) ? number : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> KeysOf(string prefix)
    {
        lock (gate)
            return [.. known.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal))];
    }

    /// <inheritdoc/>
    public void BackUp(string file) => throw new LogException("the sample story is not kept, so there is nothing to back up");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Appended Append(IReadOnlyList<NewEntry> added)
    {
        if (added.Any(e => e.Key is not null && known.ContainsKey(e.Key)))
            return new Appended.Known();
        if (added.Any(e => e.Story is not null && e.Version <= versions.GetValueOrDefault(e.Story)))
            return new Appended.Overtaken();
        long first = entries.Count + 1;
        foreach (var e in added)
        {
            long number = entries.Count + 1;
            string before = entries.Count == 0 ? LogEntry.NoHash : entries[^1].Hash;
            entries.Add(new LogEntry(number, e.Story, e.Version, e.Kind, e.At, e.Body, LogEntry.HashOf(before, number, e.Story, e.Version, e.Kind, e.At, e.Body)));
            if (e.Story is not null)
                versions[e.Story] = e.Version;
            if (e.Key is not null)
                known[e.Key] = number;
            foreach (var text in e.Texts ?? [])
                texts.TryAdd(text.Hash, text.Text);
        }
        return new Appended.Done(first);
    }
}
