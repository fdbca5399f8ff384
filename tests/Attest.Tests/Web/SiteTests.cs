using System.Text;
using System.Text.RegularExpressions;
using Attest.Engine.Publishing;
using Attest.Tests.Publishing;
using Attest.Web;

namespace Attest.Tests.Web;

public sealed class SiteTests
{
    private static readonly StoryDocument Other = InventedStory.Document with { Id = "s2", Slug = "other", Question = "Another?", Sample = false, LastChange = InventedStory.Document.LastChange.AddDays(-9) };

    [Fact]
    public async Task The_same_stories_are_the_same_bytes()
    {
        var once = await Site.RenderAsync([InventedStory.Document, Other]);
        var again = await Site.RenderAsync([InventedStory.Document, Other]);
        Assert.Equal(once.Select(f => f.Path), again.Select(f => f.Path));
        Assert.All(once.Zip(again), p => Assert.True(p.First.Content.Span.SequenceEqual(p.Second.Content.Span), p.First.Path));
    }

    [Fact]
    public async Task Every_file_of_the_contract_is_there()
    {
        var paths = (await Site.RenderAsync([InventedStory.Document])).Select(f => f.Path).ToHashSet();
        const string folder = "stories/port-almere-strike/";
        HashSet<string> wanted = ["index.html", "index.json", folder + "index.html", folder + "story.json", folder + "feed.atom", folder + "feed.json"];
        Assert.Subset(paths, wanted);
    }

    [Fact]
    public async Task A_site_works_from_any_folder_all_its_own_addresses_are_relative_and_exist()
    {
        var files = await Site.RenderAsync([InventedStory.Document, Other]);
        var paths = files.Select(f => f.Path).ToHashSet();
        var pages = files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).Select(f => (f.Path, Page: Rendered.Parse(f))).ToArray();
        var ids = pages.ToDictionary(p => p.Path, p => p.Page.QuerySelectorAll("[id]").Select(e => e.Id!).ToHashSet());
        foreach (var file in pages)
            foreach (string address in file.Page.QuerySelectorAll("[href], [src]").Where(e => e.GetAttribute("rel")?.StartsWith("nofollow", StringComparison.Ordinal) != true)
                .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Where(a => !a.StartsWith('#')))
            {
                Assert.False(address.StartsWith('/') || address.Contains(':', StringComparison.Ordinal), address);
                var target = new Uri(new Uri("http://x/site/" + file.Path), address);
                string path = target.AbsolutePath["/site/".Length..];
                Assert.Contains(path, paths);
                if (target.Fragment.Length > 1)
                    Assert.True(ids[path].Contains(target.Fragment[1..]), $"{file.Path} → {address}");
            }
    }

    [Fact]
    public async Task The_style_sheet_loads_only_files_of_the_site()
    {
        var files = await Site.RenderAsync([]);
        string css = Encoding.UTF8.GetString(files.Single(f => f.Path == "assets/style.css").Content.Span);
        var addresses = Regex.Matches(css, @"url\(([^)]+)\)", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Groups[1].Value).ToArray();
        Assert.NotEmpty(addresses);
        Assert.All(addresses.Where(a => !a.StartsWith('#')), a => Assert.Contains(files, f => f.Path == "assets/" + a));
    }

    [Fact]
    public async Task Newsreader_weighs_at_most_60_KB_and_its_licence_comes_along()
    {
        var files = await Site.RenderAsync([]);
        Assert.InRange(files.Where(f => f.Path.Contains("newsreader", StringComparison.Ordinal) && f.Path.EndsWith(".woff2", StringComparison.Ordinal)).Sum(f => f.Content.Length), 1, 60 * 1024);
        Assert.Contains(files, f => f.Path == "assets/fonts/LICENSE-newsreader.txt");
        Assert.Contains(files, f => f.Path == "assets/fonts/LICENSE-libre-franklin.txt");
    }

    [Fact]
    public async Task The_list_shows_question_latest_change_number_and_counts_last_changed_first()
    {
        var page = await Rendered.IndexAsync(Other, InventedStory.Document);
        Assert.Equal("Two stories followed", page.QuerySelector("h1")!.TextContent);
        var rows = page.QuerySelectorAll("article.q").ToArray();
        Assert.Equal([InventedStory.Document.Question, Other.Question], rows.Select(r => r.QuerySelector("h3")!.TextContent));
        Assert.Contains("Retracted:", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("95% almost certain", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("6 origins · 9 reports", rows[0].TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("aside.sample"));
    }

    [Fact]
    public async Task A_site_without_stories_has_its_list() => Assert.Equal("No story yet", (await Rendered.IndexAsync()).QuerySelector("h1")!.TextContent);

    [Theory]
    [InlineData("")]
    [InlineData("../up")]
    [InlineData("a/b")]
    [InlineData("Up")]
    public async Task A_slug_that_is_no_folder_name_is_refused(string slug) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Site.RenderAsync([InventedStory.Document with { Slug = slug }]));
}
