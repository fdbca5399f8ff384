using System.Globalization;
using System.Net;

namespace Attest.Tests.Fetch.Rehearsal;

/// <summary>One version of an article of the invented web.</summary>
/// <param name="At">When it appears.</param>
/// <param name="Title">Headline.</param>
/// <param name="Paragraphs">Text.</param>
internal sealed record Version(DateTimeOffset At, string Title, string[] Paragraphs);

/// <summary>An article of the invented web: its versions, oldest first.</summary>
/// <param name="Path">Its path at its site.</param>
/// <param name="Event">What it tells of.</param>
/// <param name="Versions">Its versions.</param>
internal sealed record Article(string Path, int Event, Version[] Versions)
{
    /// <summary>The version that stands at a moment; null before the first.</summary>
    public Version? At(DateTimeOffset now) => Versions.LastOrDefault(v => v.At <= now);
}

/// <summary>News that were never: events of a week, each told by some sites in turn, some corrected, some withdrawn. All texts are ours.</summary>
internal static class InventedNews
{
    private static readonly string[] places = ["Orlen", "Tarsk", "Velmouth", "Brindle", "Castwick", "Dunmere", "Eastholm", "Farrow", "Garstone", "Hexley", "Ilvane", "Jorvale"];
    private static readonly string[] things = ["ferry", "bridge", "power station", "hospital", "school", "harbour crane", "railway line", "water works", "market hall", "observatory"];
    private static readonly string[] causes = ["a storm", "a fault in its brakes", "a strike of its crew", "a fire in its engine room", "high water", "a crack in its wall"];

    /// <summary>The articles of each site.</summary>
    /// <param name="sites">How many sites there are.</param>
    /// <param name="events">How many events there are.</param>
    /// <param name="start">When the first may happen.</param>
    /// <param name="length">Within how long they happen.</param>
    public static Article[][] Of(int sites, int events, DateTimeOffset start, TimeSpan length)
    {
        var random = new Random(5);
        var articles = Enumerable.Range(0, sites).Select(_ => new List<Article>()).ToArray();
        for (int e = 0; e < events; e++)
        {
            string place = places[random.Next(places.Length)], thing = things[random.Next(things.Length)], cause = causes[random.Next(causes.Length)];
            int number = random.Next(3, 90);
            var at = Seconds(start + length * random.NextDouble());
            int tellers = 2 + random.Next(Math.Min(6, sites - 1));
            for (int t = 0; t < tellers; t++)
            {
                int site = (e * 7 + t * 3) % sites;
                var told = Seconds(at + TimeSpan.FromMinutes(random.Next(1, 240)));
                articles[site].Add(Told(e, t, site, told, place, thing, cause, number));
            }
        }
        return [.. articles.Select(a => a.OrderBy(x => x.Versions[0].At).DistinctBy(x => x.Path).ToArray())];
    }

    /// <summary>The page of a version.</summary>
    public static string Page(string host, Article article, Version version) => $"""
        <!DOCTYPE html><html lang="en"><head><title>{Html(version.Title)}</title><meta property="og:site_name" content="{Html(host)}">
        <meta property="article:published_time" content="{article.Versions[0].At:yyyy-MM-ddTHH:mm:ssZ}">
        <meta property="article:modified_time" content="{version.At:yyyy-MM-ddTHH:mm:ssZ}"></head>
        <body><nav><a href="/">Home</a></nav><article><h1>{Html(version.Title)}</h1>
        {string.Join("\n", version.Paragraphs.Select(p => $"<p>{Html(p)}</p>"))}</article><footer>{Html(host)}</footer></body></html>
        """;

    private static Article Told(int e, int teller, int site, DateTimeOffset at, string place, string thing, string cause, int number)
    {
        string count = number.ToString(CultureInfo.InvariantCulture);
        string[] first =
        [
            $"The {thing} in {place} was closed on the order of the town council because of {cause}, the council said in a statement.",
            $"The council said {count} people were sent home and that nobody was hurt. Work to repair the {thing} begins this week.",
            $"Site {site} spoke to the mayor of {place}, who said the {thing} would open again when engineers had checked it.",
        ];
        var versions = new List<Version> { new(at, $"{Capital(thing)} in {place} closed after {cause}", first) };
        // Every fifth account is corrected, every eleventh withdrawn.
        if ((e + teller) % 5 == 0)
            versions.Add(new(at + TimeSpan.FromHours(3), versions[0].Title, [first[0], first[1].Replace(count + " people", (number + 2).ToString(CultureInfo.InvariantCulture) + " people", StringComparison.Ordinal), first[2],
                $"Correction: an earlier version of this report said {count} people were sent home. The council has since given a figure of {number + 2}."]));
        else if ((e + teller) % 11 == 0)
            versions.Add(new(at + TimeSpan.FromHours(5), $"Withdrawn: {thing} in {place}", [$"This report has been retracted. The {thing} in {place} was not closed, the council said, and we withdraw our account of it."]));
        return new Article($"/news/{e}-{teller}", e, [.. versions]);
    }

    private static DateTimeOffset Seconds(DateTimeOffset at) => new(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond, at.Offset);

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
