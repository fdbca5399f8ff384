using System.Collections.Immutable;

namespace Attest.Web.Live;

/// <summary>What a reader who stands somewhere has not been told.</summary>
/// <param name="Events">The events, in order.</param>
/// <param name="Position">Where he stands after them.</param>
internal sealed record Untold(ImmutableArray<ChangeEvent> Events, long Position);

/// <summary>
/// What is told of one story, or of all. The newest events stand ready as bytes for all who listen; who resumes further back is told from the log. Who
/// listens keeps nothing here but his place, so a slow one holds nobody up.
/// </summary>
/// <param name="read">The events between two places, from the log: after the first, up to the second.</param>
/// <param name="shown">The newest place that pages show already; nothing is told before it is shown.</param>
internal sealed class Wire(Func<long, long, IEnumerable<ChangeEvent>> read, Func<long> shown)
{
    private const int MostReady = 64;

    private readonly Lock gate = new();
    private ImmutableArray<ChangeEvent> ready = [];
    private long from = -1, position;
    private volatile TaskCompletionSource turn = New();
    private int listeners;

    /// <summary>How many listen.</summary>
    public int Listeners => listeners;

    /// <summary>Ends when there is something to tell, or a heartbeat is due. Take it before asking what is untold, and nothing is missed.</summary>
    public Task Turn => turn.Task;

    /// <summary>Whether the server stops: who listens goes.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Somebody begins to listen.</summary>
    public void Enter()
    {
        Interlocked.Increment(ref listeners);
        Advance();
    }

    /// <summary>Somebody listens no longer.</summary>
    public void Leave() => Interlocked.Decrement(ref listeners);

    /// <summary>What is untold after a place; a place that is not reached yet (the log was put back) counts as the newest.</summary>
    public Untold After(long place)
    {
        long upTo;
        lock (gate)
        {
            if (place >= from)
                return new Untold([.. ready.Where(e => e.Position > place)], position);
            upTo = position;
        }
        return new Untold([.. read(place, upTo)], upTo);
    }

    /// <summary>Reads what pages show by now, and wakes who listens.</summary>
    public void Advance()
    {
        lock (gate)
        {
            long newest = shown();
            if (from < 0)
                from = position = newest;
            if (newest <= position)
                return;
            ready = [.. ready, .. read(position, newest)];
            position = newest;
            if (ready.Length > MostReady)
            {
                from = ready[^(MostReady + 1)].Position;
                ready = [.. ready.TakeLast(MostReady)];
            }
        }
        Wake();
    }

    /// <summary>Wakes who listens: with something to tell, or for a heartbeat.</summary>
    public void Wake() => Interlocked.Exchange(ref turn, New()).TrySetResult();

    /// <summary>Sends all who listen away.</summary>
    public void Close()
    {
        IsClosed = true;
        Wake();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
