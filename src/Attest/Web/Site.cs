using System.Collections.Immutable;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>
/// Stories as a web site that works from any folder of any host, and from disk: all addresses in it are relative. The same stories give the
/// same bytes.
/// <list type="number">
/// <item><description><c>index.html</c>, <c>index.json</c>: the list, with its feeds; <c>FILTER/index.html</c>: parts of it.</description></item>
/// <item><description><c>stories/SLUG/index.html</c>: the page of a story; <c>story.json</c>, <c>story.md</c>, its feeds and <c>card/</c> beside it.</description></item>
/// <item><description><c>stories/SLUG/claims/ID/index.html</c>: the page of a claim; <c>claim.json</c> beside it.</description></item>
/// <item><description><c>sources/</c>, <c>sources/KEY/</c>, <c>sources.opml</c>: the outlets; <c>record/</c>: how often the numbers held; <c>method/</c>: how it decides.</description></item>
/// <item><description><c>assets/</c>: style sheet, theme script, fonts with their licences.</description></item>
/// </list>
/// </summary>
public static class Site
{
    /// <summary>Renders all files of a site.</summary>
    /// <exception cref="ArgumentException">A slug stands twice or is not made of lower-case letters, digits and hyphens.</exception>
    public static async Task<IReadOnlyList<SiteFile>> RenderAsync(IReadOnlyList<StoryDocument> stories)
    {
        ArgumentNullException.ThrowIfNull(stories);
        CheckSlugs(stories);
        var index = IndexDocument.Of(stories);
        var inOrder = InOrder(stories, index);
        var files = ImmutableArray.CreateBuilder<SiteFile>();
        await using var pages = new PageRenderer();
        files.Add(new("index.html", await pages.IndexAsync(inOrder)));
        files.Add(new("index.json", StoryJson.Write(index)));
        var updates = FeedChannel.Of(inOrder, "index.html", slug => $"stories/{slug}/index.html");
        files.Add(new("feed.atom", AtomFeed.Write(updates)));
        files.Add(new("feed.rss", RssFeed.Write(updates)));
        files.Add(new("feed.json", JsonFeed.Write(updates)));
        foreach (string filter in Filters.Keys)
            files.Add(new($"{filter}/index.html", await pages.IndexAsync(inOrder, filter)));
        foreach (var story in stories)
            await AddAsync(files, pages, story);
        var sources = SourceDocument.Of(inOrder);
        files.Add(new("sources/index.html", await pages.SourcesAsync(sources)));
        files.Add(new("sources.opml", SourcesOpml.Write(sources)));
        foreach (var source in sources)
            files.Add(new($"sources/{source.Key}/index.html", await pages.SourceAsync(source)));
        files.Add(new("record/index.html", await pages.RecordAsync(RecordDocument.Of(inOrder), stories.Any(s => s.Sample))));
        files.Add(new("method/index.html", await pages.MethodAsync()));
        files.AddRange(Assets.All);
        return files.ToImmutable();
    }

    private static async Task AddAsync(ImmutableArray<SiteFile>.Builder files, PageRenderer pages, StoryDocument story)
    {
        string folder = $"stories/{story.Slug}/";
        var lookup = new StoryLookup(story);
        var channel = FeedChannel.Of(story);
        files.Add(new(folder + "index.html", await pages.StoryAsync(lookup)));
        files.Add(new(folder + "story.json", StoryJson.Write(story)));
        files.Add(new(folder + "story.md", StoryMarkdown.Write(story)));
        files.Add(new(folder + "feed.atom", AtomFeed.Write(channel)));
        files.Add(new(folder + "feed.rss", RssFeed.Write(channel)));
        files.Add(new(folder + "feed.json", JsonFeed.Write(channel)));
        files.Add(new(folder + "card/index.html", await pages.CardAsync(story)));
        foreach (var claim in story.Claims)
        {
            files.Add(new($"{folder}claims/{claim.Id}/index.html", await pages.ClaimAsync(lookup, claim)));
            files.Add(new($"{folder}claims/{claim.Id}/claim.json", StoryJson.Write(claim)));
        }
    }

    private static ImmutableArray<StoryDocument> InOrder(IReadOnlyList<StoryDocument> stories, IndexDocument index)
    {
        var bySlug = stories.ToDictionary(s => s.Slug, StringComparer.Ordinal);
        return [.. index.Stories.Select(s => bySlug[s.Slug])];
    }

    private static void CheckSlugs(IReadOnlyList<StoryDocument> stories)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var story in stories)
            if (story.Slug.Length == 0 || !seen.Add(story.Slug) || !story.Slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
                throw new ArgumentException($"The slug “{story.Slug}” stands twice or cannot be a folder's name.", nameof(stories));
    }
}
