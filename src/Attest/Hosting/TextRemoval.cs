using Attest.Engine.Model;
using Attest.Engine.Reading;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>What a removal came to.</summary>
/// <param name="Texts">Texts that are gone.</param>
/// <param name="Stories">Stories that held them.</param>
internal sealed record TextsRemoved(int Texts, int Stories);

/// <summary>
/// Removes the texts of a report that must go (law, privacy): of all its versions, from the log, and from all that was derived of them. A tombstone with the reason stands in their place, and an entry in each
/// of its stories says so, so that neither a kept snapshot nor a page that a reader holds passes for the newest. What updates told of them is what was published, and stays.
/// </summary>
internal sealed class TextRemoval(ILog log, Cache cache, TimeProvider clock)
{
    /// <summary>Removes the texts of a report.</summary>
    /// <returns>What it came to; null where the log has no report at that address.</returns>
    /// <exception cref="LogException">The log did not take it.</exception>
    public async Task<TextsRemoved?> RemoveAsync(string address, string why, CancellationToken cancel)
    {
        if (WebAddress.Read(address) is not WebAddress.Canonical canonical)
            return null;
        var keys = log.KeysOf(ReportId.Of(canonical.Url).Value + "|").ToHashSet(StringComparer.Ordinal);
        if (keys.Count == 0)
            return null;
        var readings = new Readings(log, Cache.None, new SetAside(log));
        string[] texts = [.. keys.Select(k => readings.BodyOf(k).Text).Distinct(StringComparer.Ordinal)];
        foreach (string text in texts)
            await log.RemoveTextAsync(text, why);
        int stories = 0;
        foreach (var (story, report) in Holding(keys, texts.ToHashSet(StringComparer.Ordinal)))
        {
            cancel.ThrowIfCancellationRequested();
            if (StoryEntries.Of(log, story) is not { } entries)
                continue;
            var entry = new NewEntry(story, entries.Version + 1, EntryKinds.TextRemoved, clock.GetUtcNow(), LogJson.Write(new TextRemovedBody(report, why)));
            if (await log.AppendAsync([entry], CancellationToken.None) is not Appended.Done)
                throw new LogException($"story {story} is being written by another program: stop it, and remove the text again");
            Shelf.Forget(cache, story);
            stories++;
        }
        foreach (string key in keys)
            Readings.Forget(cache, key);
        return new TextsRemoved(texts.Length, stories);
    }

    /// <summary>Stories that hold a report of these, or another report with the same text, each with one such report.</summary>
    private Dictionary<string, string> Holding(HashSet<string> keys, HashSet<string> texts)
    {
        var held = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in log.Read())
        {
            if (entry.Kind == EntryKinds.Report && LogJson.Read<ReportBody>(entry.Body) is var body && texts.Contains(body.Text))
                keys.Add(ReportKey.Of(body.Report));
            else if (entry.Kind == EntryKinds.Joined && LogJson.Read<JoinedBody>(entry.Body).Report is var report && keys.Contains(report))
                held.TryAdd(entry.Story!, report);
        }
        return held;
    }
}
