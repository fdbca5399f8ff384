using Attest.Hosting.Grains;
using Attest.Log;

namespace Attest.Fetch;

/// <summary>Gathers while the server runs: wakes the grain of each feed, which knows when it is due, and does what they ask for. What fails is said, and tried again a minute later; nothing that a feed named is lost by it.</summary>
internal sealed partial class FeedRounds(FeedDesk desk, OwnSilo silo, TimeProvider clock, ILogger<FeedRounds> logger) : BackgroundService
{
    private static readonly TimeSpan rest = TimeSpan.FromMinutes(1);

    /// <summary>What the gathering last failed of, for the health page; null while it goes on.</summary>
    public string? Trouble { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        desk.Followed = address => _ = WakeAsync([address], stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var round = desk.RunAsync(stoppingToken);
                await WakeAsync(desk.Following.Feeds.Values.Where(f => !f.HasLeft).Select(f => f.Address), stoppingToken);
                // Whatever was wrong a minute ago is over when a minute goes by without it.
                if (await Task.WhenAny(round, Task.Delay(rest, clock, stoppingToken)) != round)
                    Trouble = null;
                await round;
            }
            catch (Exception e) when ((e is OperationCanceledException or ObjectDisposedException) && stoppingToken.IsCancellationRequested)
            {
                return; // what is due is due at the next start
            }
            catch (LogException e)
            {
                Trouble = e.Message;
                Failed(e.Message);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Trouble = "an error of Attest itself: see its log";
                Broke(e);
            }
            await Task.Delay(rest, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WakeAsync(IEnumerable<string> addresses, CancellationToken cancel)
    {
        var grains = await silo.GrainsAsync(cancel);
        foreach (string address in addresses)
            await grains.GetGrain<IFeedGrain>(address).WakeAsync();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What was gathered could not be kept: {Why}. It is fetched again in a minute.")]
    private partial void Failed(string why);

    [LoggerMessage(Level = LogLevel.Critical, Message = "An error of Attest itself while gathering; it goes on in a minute.")]
    private partial void Broke(Exception error);
}
