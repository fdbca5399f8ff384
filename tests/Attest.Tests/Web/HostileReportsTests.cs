using System.Net;
using Attest.Engine.Reading;
using Attest.Tests.Hosting;
using Attest.Web;

namespace Attest.Tests.Web;

/// <summary>
/// Texts that others collected to break into pages, pushed through the whole road as reports: as headline, text, quotation, name of an outlet, and as a page. The collection of the feeds' set is read where it
/// stands beside the repository; elsewhere texts of our own take its place.
/// </summary>
public sealed class HostileReportsTests
{
    /// <summary>Texts in one story: enough that they meet, few enough that it stays quick.</summary>
    private const int Together = 25;

    private const string Question = "When does the harbour office of Vessby close?";

    [Fact]
    public async Task No_text_of_the_collection_is_live_on_any_page()
    {
        string[] texts = Collected() is { Length: > 0 } collected ? collected : [.. HostileTextTests.Pieces];
        int stories = 0;
        foreach (string[] some in texts.Chunk(Together))
            foreach (var story in Kept.Built([.. some.SelectMany(Lines)], Question))
            {
                stories++;
                Assert.All((await Site.RenderAsync([story])).Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)), HostileTextTests.HasNothingLive);
            }
        Assert.Equal((texts.Length + Together - 1) / Together, stories);
    }

    private static string[] Collected()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", "feeds") is var feeds && Directory.Exists(feeds))
                return [.. Directory.EnumerateFiles(feeds, "*", SearchOption.AllDirectories).Where(f => f.Contains("saniti", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        return [];
    }

    private static IEnumerable<ReportLine> Lines(string text, int number)
    {
        string plain = WebUtility.HtmlDecode(text);
        var told = Kept.Line($"o{number}", $"{number}", "2026-03-02T09:00:00Z", $"The harbour office of Vessby will close on Friday, the mayor said.\n\n“The office of Vessby closes {plain},” the mayor said.\n\n{text}", $"Harbour office of Vessby closes {plain}");
        yield return told with { Outlet = plain[..Math.Min(plain.Length, 80)] };
        yield return Kept.Line($"p{number}", $"{number}", "2026-03-02T09:20:00Z", "") with
        {
            Text = null,
            Html = $"<html lang=\"en\"><head><title>Harbour office of Vessby closes {plain}</title></head><body><article><h1>Harbour office closes {plain}</h1><p>The harbour office of Vessby will close on Friday, the mayor said. {plain}</p><p>“The office of Vessby closes {text},” the mayor said.</p></article></body></html>",
        };
    }
}
