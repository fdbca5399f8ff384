using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Attest.Engine.Publishing;
using Attest.Web;

namespace Attest.Tests.Web;

/// <summary>Pages as a browser reads them.</summary>
internal static class Rendered
{
    public static async Task<IDocument> StoryAsync(StoryDocument story) =>
        Parse((await Site.RenderAsync([story])).Single(f => f.Path == $"stories/{story.Slug}/index.html"));

    public static async Task<IDocument> ClaimAsync(StoryDocument story, string claim) =>
        Parse((await Site.RenderAsync([story])).Single(f => f.Path == $"stories/{story.Slug}/claims/{claim}/index.html"));

    public static async Task<IDocument> IndexAsync(params StoryDocument[] stories) =>
        Parse((await Site.RenderAsync(stories)).Single(f => f.Path == "index.html"));

    public static IDocument Parse(SiteFile file) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(file.Content.Span));

    /// <summary>What a reader may come to read, words of different elements apart.</summary>
    public static string Visible(IDocument page) =>
        string.Join(' ', page.Body!.Descendants<IText>().Where(t => t.ParentElement!.LocalName != "script").Select(t => t.Data));
}
