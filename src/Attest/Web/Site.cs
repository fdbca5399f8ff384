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
        var inOrder = InOrder(stories, IndexDocument.Of(stories));
        var files = ImmutableArray.CreateBuilder<SiteFile>();
        await using var pages = new PageRenderer();
        foreach (string place in FrontFiles.Of(inOrder))
            files.Add(new(place, (await FrontFiles.RenderAsync(pages, inOrder, place, FrontView.File))!));
        foreach (var story in stories)
        {
            var lookup = new StoryLookup(story);
            foreach (string place in StoryFiles.Of(story))
                files.Add(new($"stories/{story.Slug}/{place}", (await StoryFiles.RenderAsync(pages, lookup, place))!));
        }
        files.AddRange(Assets.All);
        return files.ToImmutable();
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
