using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Attest.Engine.Publishing;
using Attest.Web.Components;
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

    /// <summary>The list of stories, for the site's folder.</summary>
    public Task<byte[]> IndexAsync(ImmutableArray<StoryDocument> stories, bool isLive = false) =>
        RenderAsync<IndexPage>(new() { [nameof(IndexPage.Stories)] = stories, [nameof(IndexPage.IsLive)] = isLive });

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
