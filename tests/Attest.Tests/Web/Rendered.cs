using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Attest.Engine.Publishing;
using Attest.Web;

namespace Attest.Tests.Web;

/// <summary>Pages as a browser reads them.</summary>
internal static class Rendered
{
    public static async Task<IDocument> StoryAsync(StoryDocument story)
    {
        await using var pages = new PageRenderer();
        return Parse(new("story", await pages.StoryAsync(new StoryLookup(story))));
    }

    public static async Task<IDocument> ClaimAsync(StoryDocument story, string claim)
    {
        await using var pages = new PageRenderer();
        return Parse(new("claim", await pages.ClaimAsync(new StoryLookup(story), story.Claims.Single(c => c.Id == claim))));
    }

    public static async Task<IDocument> IndexAsync(params StoryDocument[] stories) =>
        Parse((await Site.RenderAsync(stories)).Single(f => f.Path == "index.html"));

    public static IDocument Parse(SiteFile file) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(file.Content.Span));

    /// <summary>What a reader may come to read, words of different elements apart.</summary>
    public static string Visible(IDocument page) =>
        string.Join(' ', page.Body!.Descendants<IText>().Where(t => t.ParentElement!.LocalName != "script").Select(t => t.Data));
}
