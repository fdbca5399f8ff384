using Attest.Hosting.Grains;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>
/// Keeps a newsroom going while the server runs, through its router's grain: what comes in is placed and shown at once; with every minute of the clock stories settle, and time
/// that came due is published. What fails is tried again with the next minute, and said.
/// </summary>
internal sealed partial class Workday(Newsroom newsroom, OwnSilo silo, TimeProvider clock, ILogger<Workday> logger) : BackgroundService
{
    private readonly SemaphoreSlim came = new(0, 1);

    /// <summary>What the writing last failed of, for the health page; null where it did not.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Whether all stories are at hand and what came before the start is placed.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Says that something came in.</summary>
    public void Came()
    {
        try
        {
            came.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is known already.
        }
    }

    public override void Dispose()
    {
        came.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Try(router => router.PrepareAsync(), stoppingToken);
        await Try(router => router.PlaceAsync(), stoppingToken);
        IsReady = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = EventTime.After(clock.GetUtcNow());
            while (await ComesBefore(next, stoppingToken))
                await Try(router => router.PlaceAsync(), stoppingToken);
            await Try(router => router.PlaceAsync(), stoppingToken);
            await Try(router => router.SettleAsync(), stoppingToken);
        }
    }

    /// <summary>Waits for something to come in; false where the moment comes first.</summary>
    private async Task<bool> ComesBefore(DateTimeOffset moment, CancellationToken stopping)
    {
        var left = moment - clock.GetUtcNow();
        if (left <= TimeSpan.Zero)
            return false;
        using var due = new CancellationTokenSource(left, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, stopping);
        try
        {
            await came.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task Try(Func<IRouterGrain, Task> work, CancellationToken stopping)
    {
        try
        {
            await work((await silo.GrainsAsync(stopping)).GetGrain<IRouterGrain>(0));
            foreach (var (url, cause) in newsroom.NotAnalysed())
                LeftUnread(url, cause);
            Trouble = null;
        }
        // The server's stop reaches the grains before it reaches this service.
        catch (Exception e) when ((e is OperationCanceledException or ObjectDisposedException) && (stopping.IsCancellationRequested || silo.Stopping.IsCancellationRequested))
        {
            // What is not placed or settled yet is in the log, and is taken up at the next start.
        }
        catch (LogException e)
        {
            Trouble = e.Message;
            Failed(e.Message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A bug that one input meets must not stop the others; it is said with all that mends it, and tried again.
            Trouble = "an error of Attest itself: see its log";
            Broke(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Not written: {Why}. It is tried again with the next minute.")]
    private partial void Failed(string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Not analysed: {Url}: an error of Attest itself ({Cause}). It is kept, flagged, and states nothing until another version of Attest reads it.")]
    private partial void LeftUnread(string url, string cause);

    [LoggerMessage(Level = LogLevel.Critical, Message = "An error of Attest itself; it is tried again with the next minute.")]
    private partial void Broke(Exception error);
}
