using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Attest.Engine.Publishing;
using Attest.Web.Components;
using Attest.Web.Search;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Attest.Web;

/// <summary>Renders components to whole pages, with no host: <c>build</c> and the server use the same.</summary>
internal sealed class PageRenderer : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly HtmlRenderer renderer;

    public PageRenderer()
    {
        services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
    }

    /// <summary>The page of a story, for <c>stories/SLUG/</c>.</summary>
    public Task<byte[]> StoryAsync(StoryLookup story) =>
        RenderAsync<StoryPage>(new() { [nameof(StoryPage.Lookup)] = story });

    /// <summary>The page of one claim of a story, for <c>stories/SLUG/claims/ID/</c>.</summary>
    public Task<byte[]> ClaimAsync(StoryLookup story, ClaimDocument claim) =>
        RenderAsync<ClaimPage>(new() { [nameof(ClaimPage.Lookup)] = story, [nameof(ClaimPage.Claim)] = claim });

    /// <summary>The list of stories, last changed first, for the site's folder; filtered, for <c>FILTER/</c>.</summary>
    public Task<byte[]> IndexAsync(ImmutableArray<StoryDocument> stories, string? filter, FrontView view) =>
        RenderAsync<IndexPage>(new() { [nameof(IndexPage.Stories)] = stories, [nameof(IndexPage.Filter)] = filter, [nameof(IndexPage.View)] = view });

    /// <summary>The list of outlets, for <c>sources/</c>.</summary>
    public Task<byte[]> SourcesAsync(ImmutableArray<SourceDocument> sources, bool isLive = false) =>
        RenderAsync<SourcesPage>(new() { [nameof(SourcesPage.Sources)] = sources, [nameof(SourcesPage.IsLive)] = isLive });

    /// <summary>The page of an outlet, for <c>sources/KEY/</c>.</summary>
    public Task<byte[]> SourceAsync(SourceDocument source, bool isLive = false, FactsView? facts = null) =>
        RenderAsync<SourcePage>(new() { [nameof(SourcePage.Source)] = source, [nameof(SourcePage.IsLive)] = isLive, [nameof(SourcePage.Facts)] = facts });

    /// <summary>How often the numbers held, for <c>record/</c>.</summary>
    public Task<byte[]> RecordAsync(RecordDocument record, bool isSample, bool isLive = false) =>
        RenderAsync<RecordPage>(new() { [nameof(RecordPage.Record)] = record, [nameof(RecordPage.IsSample)] = isSample, [nameof(RecordPage.IsLive)] = isLive });

    /// <summary>What is followed, and how the feeds do, for <c>feeds/</c>.</summary>
    public Task<byte[]> FeedsAsync(FeedsView view) =>
        RenderAsync<FeedsPage>(new() { [nameof(FeedsPage.View)] = view });

    /// <summary>What was found, for <c>search/</c>.</summary>
    public Task<byte[]> SearchAsync(SearchView view) =>
        RenderAsync<SearchPage>(new() { [nameof(SearchPage.View)] = view });

    /// <summary>What programs may ask for, for <c>api/</c>.</summary>
    public Task<byte[]> ApiAsync(ApiView view) =>
        RenderAsync<ApiPage>(new() { [nameof(ApiPage.View)] = view });

    /// <summary>The rules and what the number means, for <c>method/</c>.</summary>
    public Task<byte[]> MethodAsync(bool isLive = false) =>
        RenderAsync<MethodPage>(new() { [nameof(MethodPage.IsLive)] = isLive });

    /// <summary>A story as a card to embed elsewhere, for <c>stories/SLUG/card/</c>.</summary>
    public Task<byte[]> CardAsync(StoryDocument story, bool isLive = false) =>
        RenderAsync<CardPage>(new() { [nameof(CardPage.Story)] = story, [nameof(CardPage.IsLive)] = isLive });

    public async ValueTask DisposeAsync()
    {
        await renderer.DisposeAsync();
        await services.DisposeAsync();
    }

    private Task<byte[]> RenderAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent =>
        renderer.Dispatcher.InvokeAsync(async () =>
        {
            var output = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            return Encoding.UTF8.GetBytes(output.ToHtmlString().ReplaceLineEndings("\n"));
        });
}
