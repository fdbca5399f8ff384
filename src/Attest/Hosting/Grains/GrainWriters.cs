namespace Attest.Hosting.Grains;

/// <summary>Stories as grains.</summary>
internal sealed class GrainWriters(IGrainFactory grains) : IStoryWriters
{
    public Task LookAsync(string id) => grains.GetGrain<IStoryGrain>(id).LookAsync();

    public Task<Told> SettleAsync(string id, DateTimeOffset atLeast) => grains.GetGrain<IStoryGrain>(id).SettleAsync(atLeast);

    public Task LetGoAsync(string id) => grains.GetGrain<IStoryGrain>(id).LetGoAsync();
}
