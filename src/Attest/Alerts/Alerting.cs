using System.Collections.Concurrent;
using Attest.Fetch;
using Attest.Hosting;
using Attest.Log;
using Attest.Web.Server;

namespace Attest.Alerts;

/// <summary>
/// Tells addresses of changes while the server runs. The log is the queue: every address reads on from its own place, one message at a time and in order, so nothing waits in memory, a slow receiver holds
/// nobody else up, and after a crash each goes on where it was. A message is told at least once: what was told in the last minute before a crash is told again, under the same id.
/// </summary>
internal sealed partial class Alerting : BackgroundService
{
    /// <summary>Messages under way at the same time.</summary>
    private const int MostAtOnce = 8;

    /// <summary>How often a place is written into the log at most.</summary>
    private static readonly TimeSpan spacing = TimeSpan.FromMinutes(1);

    private readonly ServedDesk desk;
    private readonly WebFetcher sender;
    private readonly HubTeller? hub;
    private readonly ILogger<Alerting> logger;
    private readonly SemaphoreSlim underWay = new(MostAtOnce);
    private readonly ConcurrentDictionary<string, Task> running = new(StringComparer.Ordinal);
    private volatile TaskCompletionSource turn = New();

    public Alerting(ServedDesk desk, ILogger<Alerting> logger)
    {
        (this.desk, this.logger) = (desk, logger);
        sender = new WebFetcher(desk.Settings.Fetch with { Timeout = TimeSpan.FromSeconds(15) }, desk.Clock, desk.LookUp);
        Book = new HookBook(desk.Newsroom.Log, desk.Newsroom.Cache, desk.Clock);
        hub = desk.Settings.HubLinks is { } links ? new HubTeller(links, desk, sender) : null;
    }

    /// <summary>Who is told.</summary>
    public HookBook Book { get; }

    /// <summary>What telling the hub last failed of; null while it arrives, or where there is none.</summary>
    public string? HubTrouble => hub?.Trouble;

    /// <summary>Draws from [0, 1), for waits after failures.</summary>
    public Func<double> Chance { get; init; } = Random.Shared.NextDouble;

    /// <summary>Looks anew at who is told, and what.</summary>
    public void Wake() => Interlocked.Exchange(ref turn, New()).TrySetResult();

    public override void Dispose()
    {
        sender.Dispose();
        underWay.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        desk.Newsroom.Shelf.Changed += Shown;
        var telling = hub is null ? Task.CompletedTask : hub.RunAsync(() => turn.Task, Chance, stoppingToken);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var next = turn.Task;
                foreach (var hook in Book.Now.ById.Values.Where(h => h.Stopped is null))
                    if (!running.TryGetValue(hook.Id, out var run) || run.IsCompleted)
                        Run(hook, stoppingToken);
                await next.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            desk.Newsroom.Shelf.Changed -= Shown;
            await Task.WhenAll([telling, .. running.Values]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Tells an address; when it ends, who is told is looked at anew, for it may have been added again in between.</summary>
    private void Run(Hook hook, CancellationToken stopping)
    {
        var run = running[hook.Id] = TellAsync(hook, stopping);
        _ = run.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.RunContinuationsAsynchronously, TaskScheduler.Default);
    }

    // Of the thread that writes: it only leaves word.
    private void Shown(Snapshot _) => Wake();

    /// <summary>Tells one address everything, until it is left or stopped.</summary>
    private async Task TellAsync(Hook hook, CancellationToken stopping)
    {
        await Task.Yield();
        var (seen, told, noted, notedAt) = (hook.Place, hook.Place, hook.Place, DateTimeOffset.MinValue);
        try
        {
            while (Book.Now.ById.GetValueOrDefault(hook.Id) is { Stopped: null })
            {
                var next = turn.Task;
                var now = desk.Clock.GetUtcNow();
                if (told > noted && now >= notedAt + spacing)
                {
                    await Book.ToldAsync(hook.Id, told, stopping);
                    (noted, notedAt) = (told, now);
                }
                var rest = told > noted ? notedAt + spacing - now : Timeout.InfiniteTimeSpan;
                if (Book.StateOf(hook.Id).Next is { } due && due > now)
                    await WaitAsync(next, told > noted && rest < due - now ? rest : due - now, stopping);
                else if (Next(hook, ref seen) is not { } message)
                    await WaitAsync(next, rest, stopping);
                else if (await TryAsync(hook, message, stopping))
                    told = seen = message.Place;
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server stops; what is noted now is not told twice.
            if (told > noted)
                await Book.ToldAsync(hook.Id, told, CancellationToken.None);
        }
        catch (LogException e)
        {
            NotNoted(hook.Id, e.Message);
            await RestAsync(stopping);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Broke(hook.Id, e);
            await RestAsync(stopping);
        }
    }

    /// <summary>The next message for an address; null where there is none, or readers do not see yet what it tells.</summary>
    /// <param name="hook">The address.</param>
    /// <param name="seen">The place behind which it is looked for; moves on over what the address is not told.</param>
    private Message? Next(Hook hook, ref long seen)
    {
        var archive = desk.Newsroom.Archive;
        string? heir = hook.Story is null ? null : archive.Find(hook.Story)?.Id;
        foreach (var entry in desk.Newsroom.Log.Read(seen))
        {
            if (entry.Kind == EntryKinds.Update && (hook.Story is null || entry.Story == hook.Story || entry.Story == heir))
                return Message.Of(entry, archive, desk.Settings.Site);
            seen = entry.Number;
        }
        return null;
    }

    /// <returns>Whether it arrived.</returns>
    private async Task<bool> TryAsync(Hook hook, Message message, CancellationToken stopping)
    {
        Sent sent;
        await underWay.WaitAsync(stopping);
        try
        {
            var headers = Signature.Headers(desk.AlertKey.SecretOf(hook.Id), message.Id, desk.Clock.GetUtcNow(), message.Body);
            sent = await sender.PostAsync(new Uri(hook.Address), headers, "application/json", message.Body, stopping);
        }
        finally
        {
            underWay.Release();
        }
        var (now, state) = (desk.Clock.GetUtcNow(), Book.StateOf(hook.Id));
        if (sent is not Sent.Failed failed)
        {
            Book.Keep(hook.Id, HookState.New with { Told = now });
            return true;
        }
        int tries = state.Failed + 1;
        Book.Keep(hook.Id, state with { FailingSince = state.FailingSince ?? now, Failed = tries, Next = now + Waits.After(tries, failed.RetryAfter, Chance()), Problem = failed.Says });
        if (failed.IsForGood || tries >= Waits.Most)
        {
            await Book.StopAsync(hook.Id, failed.IsForGood ? failed.Says : $"{failed.Says}, {tries} times since {Web.Times.Machine(state.FailingSince ?? now)}", stopping);
            Stopped(hook.Id, failed.Says);
        }
        return false;
    }

    private async Task WaitAsync(Task next, TimeSpan rest, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(next, Task.Delay(rest, desk.Clock, over.Token));
        await over.CancelAsync();
        stopping.ThrowIfCancellationRequested();
    }

    // What went wrong now goes wrong at once again.
    private async Task RestAsync(CancellationToken stopping) => await Task.Delay(spacing, desk.Clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Id} is told nothing more: {Why}. Its operator sees it in the list of webhooks.")]
    private partial void Stopped(string id, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "How far webhook {Id} was told could not be noted: {Why}. It is told again what was not noted.")]
    private partial void NotNoted(string id, string why);

    [LoggerMessage(Level = LogLevel.Critical, Message = "An error of Attest itself while webhook {Id} was told; it goes on in a minute.")]
    private partial void Broke(string id, Exception error);
}
