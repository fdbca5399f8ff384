using Attest.Engine.Publishing;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>
/// Takes down what an operator says of an outlet: once for all reports to come, and in each story that has reports of it, where it takes effect in the first minute that is neither published nor
/// begun. What was told before stays as it was told (R15, R16): the story weighs anew and tells what changed.
/// </summary>
internal sealed class OutletDesk(ILog log, OutletEdits edits, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Says something of an outlet; nothing of a fact takes back what was said of it.</summary>
    /// <returns>How many stories are weighed anew.</returns>
    /// <exception cref="LogException">The log did not take it.</exception>
    public async Task<int> EditAsync(OutletEditedBody facts, CancellationToken cancel)
    {
        for (int tried = 0; tried < Tries; tried++)
        {
            string key = OutletEdits.KeyOf(edits.All.Length);
            var now = clock.GetUtcNow();
            StoryEntries[] stories = [.. With(facts.Name).Select(id => StoryEntries.Of(log, id)).OfType<StoryEntries>().Where(s => s.Merged is null)];
            var appended = await log.AppendAsync(
                [
                    new NewEntry(null, 0, EntryKinds.OutletEdited, now, LogJson.Write(facts), key),
                    .. stories.Select(s => new NewEntry(s.Id, s.Version + 1, EntryKinds.FactsChanged, now, LogJson.Write(new FactsChangedBody(key, EventTime.After(s.Moments.Append(s.Settled ?? now).Append(now).Max()))))),
                ],
                cancel);
            if (appended is Appended.Done)
                return stories.Length;
            if (appended is Appended.Failed failed)
                throw new LogException(failed.Why);
            // A story was written in between, or somebody else said something: look again.
        }
        throw new LogException("the stories of this outlet are being written all the time: try again in a minute");
    }

    /// <summary>Ids of the stories that a report of an outlet ever joined.</summary>
    private HashSet<string> With(string name)
    {
        string outlet = SourceDocument.KeyOf(name);
        var reports = new HashSet<string>(StringComparer.Ordinal);
        var stories = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in log.Read())
        {
            if (entry.Kind == EntryKinds.Report && LogJson.Read<ReportBody>(entry.Body).Report is var report && SourceDocument.KeyOf(report.Outlet.Name) == outlet)
                reports.Add(ReportKey.Of(report));
            else if (entry.Kind == EntryKinds.Joined && reports.Contains(LogJson.Read<JoinedBody>(entry.Body).Report))
                stories.Add(entry.Story!);
        }
        return stories;
    }
}
