using Attest.Engine.Model;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>What a check of a log found.</summary>
/// <param name="Entries">Entries that hold, counted from the first.</param>
/// <param name="Stories">Stories that were derived anew.</param>
/// <param name="RemovedTexts">Texts in whose place stands a tombstone.</param>
/// <param name="ToldOtherwise">Stories that another version of the engine published and this one would tell otherwise; what was published stays.</param>
/// <param name="Broken">Number of the first entry that does not hold; null where all do.</param>
/// <param name="Why">What is wrong there.</param>
internal sealed record Verified(long Entries, int Stories, int RemovedTexts, int ToldOtherwise, long? Broken, string? Why);

/// <summary>
/// Checks a log from its bytes: 1. the chain of hashes, and that a story's versions count up; 2. that every text is the one under its hash, and every report
/// that is named is there; 3. that every story, derived anew from the reports without any stored analysis, is byte for byte what was published.
/// </summary>
internal static class Verification
{
    /// <summary>Checks a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="done">Told how many of how many stories were derived.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static Verified Of(ILog log, Action<int, int> done, CancellationToken cancel)
    {
        var numbers = new Dictionary<(string Story, int Version), long>();
        var stories = new List<string>();
        int removed = 0;
        var chain = Chain.Follow(log, entry =>
        {
            cancel.ThrowIfCancellationRequested();
            if (entry.Story is not null)
                numbers[(entry.Story, entry.Version)] = entry.Number;
            if (entry.Kind == EntryKinds.Opened)
                stories.Add(entry.Story!);
            try
            {
                return Wrong(entry, log, ref removed);
            }
            catch (LogException e) when (e.InnerException is System.Text.Json.JsonException why)
            {
                return "its body cannot be read: " + why.Message;
            }
        });
        if (chain.Broken is not null)
            return new Verified(chain.Entries, 0, removed, 0, chain.Broken, chain.Why);
        var readings = new Readings(log, Cache.None, new SetAside(log));
        int derived = 0, otherwise = 0;
        var wrong = stories.AsParallel().WithCancellation(cancel).Select(id =>
        {
            var (version, why, isOther) = Rebuilt(StoryEntries.Of(log, id)!, readings);
            if (isOther)
                Interlocked.Increment(ref otherwise);
            done(Interlocked.Increment(ref derived), stories.Count);
            return why is null ? ((long Number, string Why)?)null : (numbers[(id, version)], $"entry {numbers[(id, version)]} (story {id}): {why}");
        }).Where(w => w is not null).OrderBy(w => w!.Value.Number).FirstOrDefault();
        return wrong is null
            ? new Verified(chain.Entries, stories.Count, removed, otherwise, null, null)
            : new Verified(wrong.Value.Number - 1, stories.Count, removed, otherwise, wrong.Value.Number, wrong.Value.Why);
    }

    private static string? Wrong(LogEntry entry, ILog log, ref int removed)
    {
        switch (entry.Kind)
        {
            case EntryKinds.Report:
                var body = LogJson.Read<ReportBody>(entry.Body);
                if (log.NumberOf(ReportKey.Of(body.Report)) != entry.Number)
                    return "the report cannot be found by its address and content";
                if (log.TextOf(body.Text) is { } text)
                    return ContentId.Hash(text) == body.Text && ContentId.Hash(body.Report.Title + "\n\n" + text) == body.Report.ContentHash ? null : "its text is not the one under its hash";
                if (log.WhyRemoved(body.Text) is null)
                    return "its text is missing";
                removed++;
                return null;
            case EntryKinds.NotAnalysed:
                return log.NumberOf(LogJson.Read<NotAnalysedBody>(entry.Body).Report) is { } kept && kept < entry.Number ? null : "the report that it names is not in the log before it";
            case EntryKinds.Joined:
                return log.NumberOf(LogJson.Read<JoinedBody>(entry.Body).Report) is { } number && number < entry.Number ? null : "the report that it names is not in the log before it";
            default:
                return null;
        }
    }

    private static (int Version, string? Why, bool IsOther) Rebuilt(StoryEntries story, Readings readings)
    {
        try
        {
            return Derived(story, readings);
        }
        catch (AnalysisFailed failed)
        {
            // Another engine could read it; this one says so when it writes. What this one has published, it must be able to derive again.
            return story.Times.LastOrDefault(t => t.Time.Program == Algorithm.Version) is { Time: not null } own ? (own.Version, failed.Message, false) : (0, null, true);
        }
    }

    /// <summary>The version of the first entry that is not what the reports give, with what is wrong; or whether another engine's words differ from this one's.</summary>
    private static (int Version, string? Why, bool IsOther) Derived(StoryEntries story, Readings readings)
    {
        var known = new Dictionary<string, Attest.Engine.ReadReport>(StringComparer.Ordinal);
        Attest.Engine.ReadReport Read(string key, Func<OutletEdit, bool> applies)
        {
            string name = $"{key}|{readings.Edits.Of(readings.BodyOf(key).Report.Outlet, applies)?.Key}";
            return known.TryGetValue(name, out var read) ? read : known[name] = readings.Of(key, applies).Read;
        }
        bool isGone = story.Moves.OfType<Arrival>().Any(a => Read(a.Report, _ => false).Report.Text.Length == 0);
        StoryFold? fold = null;
        foreach (var (version, time) in story.Times)
        {
            if (fold is not null && fold.Continues(story, time.Until))
                fold.Advance(story, Read, time.Until);
            else
                fold = StoryFold.Of(story, Read, time.Until);
            string state = StoryHost.HashOf(StoryHost.Published(story, fold.Story, Read).Document);
            if (state == time.State && fold.Differing is null)
                continue;
            if (time.Program != Algorithm.Version || isGone)
                return (0, null, true);
            return (version, fold.Differing is { } update ? $"the update “{update.Headline}” published up to it is not what the reports give" : "the story published there is not what the reports give", false);
        }
        return (0, null, false);
    }
}
