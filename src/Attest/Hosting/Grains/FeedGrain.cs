using Attest.Fetch;

namespace Attest.Hosting.Grains;

/// <summary>A followed feed: a timer that knows when the feed is due. Its key is the address as a person gave it.</summary>
internal interface IFeedGrain : IGrainWithStringKey
{
    /// <summary>Has the feed asked for when it is due, from now on.</summary>
    Task WakeAsync();
}

/// <summary>
/// A feed while it is followed. It decides nothing but when: how its host is asked, and what the answer makes of it, is the gatherer's, and how the feed was left stands in the
/// book, so that another activation goes on where this one was.
/// </summary>
[KeepAlive]
internal sealed class FeedGrain(FeedDesk desk, OwnSilo silo) : Grain, IFeedGrain
{
    /// <summary>An answer takes its time, and a feed that waits for its host's turn longer still: so often it is looked whether it came.</summary>
    private static readonly TimeSpan look = TimeSpan.FromMinutes(1), longest = TimeSpan.FromDays(1);

    private IGrainTimer? timer;

    public Task WakeAsync()
    {
        if (timer is null)
            timer = this.RegisterGrainTimer(TurnAsync, new GrainTimerCreationOptions(TimeSpan.Zero, look));
        else
            timer.Change(TimeSpan.Zero, look);
        return Task.CompletedTask;
    }

    private Task TurnAsync(CancellationToken cancel)
    {
        if (desk.Turn(this.GetPrimaryKeyString()) is not { } due)
        {
            timer?.Dispose();
            timer = null;
            DeactivateOnIdle();
            return Task.CompletedTask;
        }
        var wait = due - silo.Clock.GetUtcNow();
        timer?.Change(wait <= TimeSpan.Zero ? look : wait < longest ? wait : longest, look);
        return Task.CompletedTask;
    }
}
