using Attest.Engine;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>
/// One story's host at work: what it finds is on the shelf when a call returns. It keeps nothing that the log does not hold: after an error, and whenever it is made
/// anew, it reads its story from there. One call at a time.
/// </summary>
internal sealed class StoryWriter(string id, Newsroom newsroom)
{
    private StoryHost? host;

    /// <summary>Shows a story as it is before it settles. Where it cannot be told, its settling deals with that.</summary>
    public void Look()
    {
        try
        {
            if (Host.Look() is { } snapshot)
                newsroom.Put(snapshot);
        }
        catch (Exception e) when (Analysis.IsOfOneReport(e) && e is not LogException)
        {
            host = null;
        }
    }

    /// <summary>Lets the story settle and shows it.</summary>
    /// <param name="atLeast">Time passes up to it.</param>
    /// <exception cref="LogException">The log did not take it; nothing was published.</exception>
    public async Task<Told> SettleAsync(DateTimeOffset atLeast)
    {
        try
        {
            if (await Host.SettleAsync(atLeast) is not { } snapshot)
                return new Told(null);
            newsroom.Put(snapshot);
            return new Told(snapshot.Document.Slug);
        }
        catch (AnalysisFailed failed)
        {
            host = null;
            return new Told(null, failed.Report, failed.Why);
        }
        catch (Exception e) when (e is not (LogException or OutOfMemoryException))
        {
            host = null;
            throw;
        }
    }

    private StoryHost Host => host ??= newsroom.HostOf(id);
}
