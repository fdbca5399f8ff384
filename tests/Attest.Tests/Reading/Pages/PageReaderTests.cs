using Attest.Engine.Reading;

namespace Attest.Tests.Reading.Pages;

/// <summary>One invented page, furnished in the ways of the web; each test looks at one thing.</summary>
public sealed class PageReaderTests
{
    private const string First = "The harbour board closed the north quay on Monday after divers found cracks in four of its pillars, its chair said.";
    private const string Second = "Ships with more than 200 passengers will moor at the coal pier, and the ferry to Talbrook will leave an hour earlier until April.";
    private const string Third = "Roy Fennick, who runs the fish market, said that he had asked for repairs three times since the storm of 2019.";

    private static readonly Article read = PageReader.Read($$$"""
        <!doctype html><html lang="en-GB"><head><title>North quay closed | Aldmouth Echo</title>
        <meta property="og:title" content="North quay closed after cracks are found"><meta property="og:site_name" content="Aldmouth Echo">
        <meta property="article:published_time" content="2026-02-03T09:30:00+01:00"><link rel="canonical" href="https://echo.example/quay">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"author":[{"@type":"Person","name":"Una Bassett"}],"dateModified":"2026-02-03T11:00:00Z",
          "publisher":{"name":"Echo","parentOrganization":{"name":"Carrow Press"}},"articleSection":"Local"}]}</script>
        <script>document.write("<p>Written by a script, which is long enough to be taken for a sentence of the article, were it read.</p>")</script></head>
        <body class="has-sidebar"><nav><ul><li><a href="/">Home</a></li></ul></nav>
        <div class="cookie-consent"><p>We use cookies to make this page work, to count its readers, and to show advertisements that suit them, as our policy says.</p></div>
        <main><article><h1>North quay closed after cracks are found</h1>
        <div class="byline">By Una Bassett</div><time datetime="2026-02-03">3 February 2026</time><ul class="share-tools"><li>Facebook</li><li>Share this</li></ul>
        <figure><img src="q.jpg"><figcaption>Divers at the north quay. Photo: Delia Munro</figcaption></figure>
        <div class="article-body"><p>{{{First}}}</p><p>{{{Second}}}</p>
        <p><strong>Read more:</strong> <a href="/x">Storm costs the harbour its pilot boat</a></p>
        <div class="newsletter-box"><p>Sign up to our newsletter and get the news of the coast in your inbox every morning, free of charge.</p></div>
        <h2>Asked three times</h2><p>{{{Third}}}</p><blockquote><p>“Nobody came.”</p></blockquote>
        <ul class="related-stories"><li><a href="/a">Ferry fares rise again in spring</a></li><li><a href="/b">Board wants a new chair by June</a></li></ul>
        <p>© 2026 Continental Wire. All rights reserved.</p></div></article>
        <section class="comments"><p>I have said for years that the pillars were rotten, and nobody at the board would listen to me at all.</p></section></main>
        <footer><p>Aldmouth Echo, 4 Quay Street, Aldmouth. Registered as a newspaper, and owned by Carrow Press since 1987.</p></footer></body></html>
        """);

    [Fact]
    public void The_text_is_the_article_and_nothing_beside_it() =>
        Assert.Equal(string.Join("\n\n", First, Second, "Asked three times", Third, "“Nobody came.”"), read.Text);

    [Fact]
    public void Facts_come_from_the_metadata()
    {
        Assert.Equal("North quay closed after cracks are found", read.Title);
        Assert.Equal("Aldmouth Echo", read.Outlet);
        Assert.Equal("Una Bassett", read.Byline);
        Assert.Equal("Carrow Press", read.Family);
        Assert.Equal("Local", read.Section);
        Assert.Equal("https://echo.example/quay", read.Canonical);
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 8, 30, 0, TimeSpan.Zero), read.Published);
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 11, 0, 0, TimeSpan.Zero), read.Updated);
    }

    [Fact]
    public void A_credit_beside_the_text_is_kept_for_tracing() => Assert.Equal("Continental Wire", read.Credit);

    [Fact]
    public void A_page_without_an_article_says_so()
    {
        var empty = PageReader.Read("<html><body><nav><a href='/'>Home</a></nav></body></html>");
        Assert.Equal("", empty.Text);
        Assert.NotNull(empty.Unread);
    }

    [Fact]
    public void Paragraphs_divided_by_line_breaks_stay_apart() =>
        Assert.Equal($"{First}\n\n{Second}", PageReader.Read($"<body><div>{First}<br><br>{Second}</div></body>").Text);

    [Fact]
    public void A_page_drawn_by_script_is_read_from_its_linked_data() =>
        Assert.StartsWith(First, PageReader.Read($$"""<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{First}} {{Second}} {{Third}}"}</script><body><div id="app"></div></body>""").Text, StringComparison.Ordinal);

    [Fact]
    public void Linked_data_that_is_cut_off_does_not_replace_the_text() =>
        Assert.Contains(Third, PageReader.Read($$"""<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{First}}"}</script><body><p>{{First}}</p><p>{{Second}}</p><p>{{Third}}</p></body>""").Text, StringComparison.Ordinal);

    [Fact]
    public void Of_several_articles_on_a_page_the_one_under_the_headline_is_read()
    {
        string text = PageReader.Read($"<body><div><article><h1>Quay closed</h1><p>{First}</p><p>{Second}</p></article><article><p>{Third} {Third}</p></article><article><p>{Third} {Third} {Third}</p></article></div></body>").Text;
        Assert.Equal($"{First}\n\n{Second}", text);
    }

    [Fact]
    public void A_time_without_a_year_is_none() => Assert.Null(PageReader.Read("<meta property='article:published_time' content='10:30'><body></body>").Published);
}
