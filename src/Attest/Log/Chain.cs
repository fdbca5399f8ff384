namespace Attest.Log;

/// <summary>Whether a log holds together.</summary>
/// <param name="Entries">Entries that hold, counted from the first.</param>
/// <param name="Broken">Number of the first entry that does not hold; null where all do.</param>
/// <param name="Why">What is wrong there.</param>
internal sealed record Chain(long Entries, long? Broken, string? Why)
{
    /// <summary>Follows the chain of hashes from the first entry on: none is missing, none was changed, a story's versions count up without gaps.</summary>
    /// <param name="log">The log.</param>
    /// <param name="check">What else is checked of an entry: what is wrong with it, or null.</param>
    public static Chain Follow(ILog log, Func<LogEntry, string?>? check = null)
    {
        string before = LogEntry.NoHash;
        long number = 0;
        var versions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in log.Read())
        {
            number++;
            if (entry.Number != number)
                return new Chain(number - 1, number, $"entry {number} is missing");
            if (LogEntry.HashOf(before, entry.Number, entry.Story, entry.Version, entry.Kind, entry.At, entry.Body) != entry.Hash)
                return new Chain(number - 1, number, $"entry {number} ({entry.Kind}) does not match its hash");
            if (entry.Story is not null && versions.GetValueOrDefault(entry.Story) + 1 is var next && entry.Version != next)
                return new Chain(number - 1, number, $"entry {number} ({entry.Kind}) has version {entry.Version} of its story; {next} was due");
            if (entry.Story is not null)
                versions[entry.Story] = entry.Version;
            if (check?.Invoke(entry) is { } wrong)
                return new Chain(number - 1, number, $"entry {number} ({entry.Kind}): {wrong}");
            before = entry.Hash;
        }
        return new Chain(number, null, null);
    }
}
