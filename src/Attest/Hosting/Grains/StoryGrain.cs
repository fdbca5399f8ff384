namespace Attest.Hosting.Grains;

/// <summary>A story: the one place where it is written, whoever asks for it. Its key is the story's id.</summary>
internal interface IStoryGrain : IGrainWithStringKey
{
    /// <inheritdoc cref="StoryWriter.Look"/>
    Task LookAsync();

    /// <inheritdoc cref="StoryWriter.SettleAsync"/>
    Task<Told> SettleAsync(DateTimeOffset atLeast);

    /// <summary>Lets the activation go; the next call makes another, which reads the story from the log.</summary>
    Task LetGoAsync();
}

/// <summary>A story while it is at hand. It holds nothing but what the log gives it; the fence between two of them is the log's (story, version).</summary>
internal sealed class StoryGrain(Newsroom newsroom) : Grain, IStoryGrain
{
    private StoryWriter writer = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        writer = new StoryWriter(this.GetPrimaryKeyString(), newsroom);
        return Task.CompletedTask;
    }

    // A fold takes what it takes: not on the thread on which the silo looks after its grains.
    public Task LookAsync() => Task.Run(writer.Look);

    public Task<Told> SettleAsync(DateTimeOffset atLeast) => Task.Run(() => writer.SettleAsync(atLeast));

    public Task LetGoAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
