namespace Attest.Hosting.Grains;

/// <summary>The router: places what came in and has stories settle, one call at a time. There is one, under the key 0.</summary>
internal interface IRouterGrain : IGrainWithIntegerKey
{
    /// <inheritdoc cref="CopyDesk.PrepareAsync"/>
    Task PrepareAsync();

    /// <summary>Places what came in and shows it at once.</summary>
    Task PlaceAsync();

    /// <summary>Lets stories settle in which something joined, and those in which time itself changes something by now.</summary>
    Task SettleAsync();
}

/// <summary>The router while it is at hand: a desk over an index of the log, which it reads when it is activated.</summary>
[KeepAlive]
internal sealed class RouterGrain(Newsroom newsroom, IGrainFactory grains, OwnSilo silo) : Grain, IRouterGrain
{
    private CopyDesk desk = null!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken) =>
        desk = await Task.Run(() => newsroom.DeskOf(new GrainWriters(grains)), cancellationToken);

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        desk.Dispose();
        return Task.CompletedTask;
    }

    // Placing takes all cores for a while: not the thread on which the silo looks after its grains.
    public Task PrepareAsync() => Task.Run(() => desk.PrepareAsync(silo.Stopping));

    public Task PlaceAsync() => Task.Run(() => desk.PlaceAsync(show: true, silo.Stopping));

    public Task SettleAsync() => Task.Run(() => desk.SettleAsync(silo.Clock.GetUtcNow(), everywhere: false, silo.Stopping));
}
