using System.Security.Cryptography;
using Attest.Engine;
using Attest.Engine.Publishing;
using Attest.Log;
using Attest.Telemetry;

namespace Attest.Hosting;

/// <summary>
/// The single writer of one story: load, step, append, publish. It belongs to one caller at a time. The number of each entry within the story is the fence:
/// where another writer was faster, it loads the story again and steps anew.
/// </summary>
internal sealed class StoryHost(string id, ILog log, Readings readings, TimeProvider clock)
{
    private const int Tries = 3;

    private StoryEntries? entries;
    private long newest;
    private StoryFold? fold;

    /// <summary>What is there now, the reports that are not settled yet among it; their update is not. Writes nothing. Null where the story has no report.</summary>
    public Snapshot? Look()
    {
        Load();
        if (entries is not { } story || story.Moves.IsEmpty)
            return null;
        var until = story.Moments.Append(story.Settled ?? story.Opened.At).Max();
        var state = Settled(story, until).Fork();
        state.Advance(story, Read, until);
        return Published(story, state.Story with { Updates = [.. state.Story.Updates.SkipLast(state.Fresh.Count)] });
    }

    /// <summary>Lets the story settle: publishes what changed up to a moment, and no less than all that joined.</summary>
    /// <param name="atLeast">Time passes up to it.</param>
    /// <returns>What readers see from now on; null where there is nothing to publish.</returns>
    /// <exception cref="LogException">The log did not take it; nothing was published.</exception>
    public async Task<Snapshot?> SettleAsync(DateTimeOffset atLeast)
    {
        using var run = Stage.Begin(Stage.Settle);
        for (int tried = 0; tried < Tries; tried++)
        {
            Load();
            if (entries is not { Merged: null } story || story.At(DateTimeOffset.MaxValue).Count == 0)
                return Look();
            var wanted = story.Moments.Append(atLeast).Append(story.Settled ?? DateTimeOffset.MinValue).Max();
            var until = story.NextStop(wanted);
            if (until == story.Settled)
                return Look();
            var state = fold = Settled(story, until);
            state.Advance(story, Read, until);
            var document = Published(story, state.Story);
            int version = story.Version;
            var now = clock.GetUtcNow();
            NewEntry[] added =
            [
                .. state.Fresh.Select(u => new NewEntry(id, ++version, EntryKinds.Update, now, LogJson.Write(u))),
                new NewEntry(id, ++version, EntryKinds.Time, now, LogJson.Write(new TimeBody(until, HashOf(document.Document), Algorithm.Version))),
            ];
            switch (await log.AppendAsync(added, CancellationToken.None))
            {
                case Appended.Done:
                    Load();
                    if (until == wanted)
                        return document with { Version = version };
                    tried = -1;
                    break;
                case Appended.Failed failed:
                    Forget();
                    throw new LogException(failed.Why);
                default:
                    Forget();
                    break;
            }
        }
        throw new LogException($"story {id} is being written by another program: stop it");
    }

    /// <summary>The state as of a moment, from the log alone; null where the story was not there yet. Its update texts are those that were published.</summary>
    public static Snapshot? AsOf(StoryEntries story, ReadAs reading, DateTimeOffset moment)
    {
        if (story.At(moment).Count == 0)
            return null;
        var fold = StoryFold.Of(story, reading, moment);
        return Published(story, fold.Story, reading);
    }

    /// <summary>SHA-256 of a story's document as it is written.</summary>
    public static string HashOf(StoryDocument document) => Convert.ToHexStringLower(SHA256.HashData(StoryJson.Write(document)));

    /// <summary>The state up to which the story is published; before its first report where nothing is.</summary>
    private StoryFold Settled(StoryEntries story, DateTimeOffset until)
    {
        // While nothing is published, a report may still come that is older than those that are there.
        if (story.Settled is not { } settled)
            return StoryFold.Begin(story);
        if (fold is not null && fold.Continues(story, until))
            return fold;
        // What leaves now is left out from the start: what it told stays in the updates only.
        return fold = StoryFold.Of(story.Without(until), Read, settled);
    }

    private Snapshot Published(StoryEntries story, Engine.Model.Story state) => Published(story, state, Read);

    /// <summary>A state as readers see it.</summary>
    public static Snapshot Published(StoryEntries story, Engine.Model.Story state, ReadAs reading)
    {
        var complete = ToldClaims.Complete(state, story.Updates.Where(u => u.Update.At <= state.AsOf), report =>
            [.. story.Moves.OfType<Arrival>().Where(a => ReportKey.IdOf(a.Report) == report).Select(a => reading(a.Report, e => story.Knows(e, a, state.AsOf)).Report).DistinctBy(r => r.Version).OrderBy(r => r.Version)]);
        return new Snapshot(story.Id, story.Version, story.Merged?.Into, Pipeline.NextDue(state), Publisher.Publish(complete));
    }

    private ReadReport Read(string key, Func<OutletEdit, bool> applies) => readings.Of(key, applies).Read;

    /// <summary>Reads what was appended to the story since.</summary>
    private void Load()
    {
        foreach (var entry in log.Read(newest, id))
        {
            newest = entry.Number;
            entries = entries is null ? StoryEntries.Open(entry) : entries.With(entry);
        }
    }

    private void Forget() => (entries, newest, fold) = (null, 0, null);
}
