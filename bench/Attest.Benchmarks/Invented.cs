using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Attest.Engine;
using Attest.Engine.Model;
using Attest.Engine.Reading;

namespace Attest.Benchmarks;

/// <summary>Reports of news that never happened, from templates of our own: the same every time. Half of a report tells what others of its story tell too.</summary>
internal static class Invented
{
    private static readonly string[] people = ["Una Bassett", "Roy Fennick", "Delia Munro", "Amos Tarrant", "Bree Solano", "Ines Vold", "Paul Ekwe", "Jo Hill"];
    private static readonly string[] bodies = ["Carrow Coal", "Castor Electric", "the Tunnel Board", "state inspectors", "Brightwell Home", "the Talbrook police"];
    private static readonly string[] towns = ["Aldmouth", "Hollow Ridge", "Talbrook", "Castorville", "Northwick", "Easterly"];
    private static readonly string[] things = ["miners", "workers", "passengers", "kettles", "houses", "trains", "vans", "pupils"];
    private static readonly string[] sites = ["mine", "bridge", "tunnel", "factory", "harbour", "reservoir", "warehouse", "station"];
    private static readonly string[] verbs = ["closed", "flooded", "reopened", "burned", "collapsed", "was inspected", "was sold", "was repaired"];
    private static readonly string[] days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    private static readonly Func<Random, string>[] sentences =
    [
        r => $"At least {r.Next(3, 60)} {Of(r, things)} were rescued from the {Of(r, sites)} near {Of(r, towns)} on {Of(r, days)}, {Of(r, bodies)} said.",
        r => $"“The {Of(r, sites)} in {Of(r, towns)} {Of(r, verbs)} before anybody could be warned,” said {Of(r, people)}, who had been there since {Of(r, days)} morning.",
        r => $"{Of(r, people)} told reporters that {r.Next(2, 400)} {Of(r, things)} had been counted at the {Of(r, sites)}, up from {r.Next(2, 200)} a day earlier.",
        r => $"The {Of(r, sites)} in {Of(r, towns)} {Of(r, verbs)} on {Of(r, days)} after heavy rain, and the road to {Of(r, towns)} was still shut in the evening.",
        r => $"{Of(r, people)} denied that the {Of(r, sites)} had been closed because of a fault that {Of(r, bodies)} knew of.",
        r => $"According to {Of(r, bodies)}, the repair of the old {Of(r, sites)} will cost {r.Next(2, 90)} million dollars and take until next spring.",
        r => $"{Of(r, bodies)[..1].ToUpperInvariant()}{Of(r, bodies)[1..]} could not say how many {Of(r, things)} were missing, but it said that the search would go on.",
        r => $"Shares in Castor Electric fell {r.Next(1, 20)} percent on {Of(r, days)}, while its rival Brightwell Home, which owns the {Of(r, sites)}, gained {r.Next(1, 9)} percent.",
        r => $"Families who had waited outside the {Of(r, sites)} for {r.Next(2, 30)} hours were told by {Of(r, people)} that nobody had been found alive.",
        r => $"The mayor of {Of(r, towns)}, {Of(r, people)}, has asked for an inquiry into why the {Of(r, sites)} {Of(r, verbs)}.",
    ];

    /// <summary>A story's reports, each of a minute and an outlet of its own.</summary>
    /// <param name="reports">How many.</param>
    /// <param name="words">Words of each, about.</param>
    /// <param name="seed">Another seed is another story.</param>
    public static ImmutableArray<Report> Story(int reports, int words, int seed = 7)
    {
        var lines = Enumerable.Range(0, reports).Select(i => new ReportLine
        {
            Url = string.Create(CultureInfo.InvariantCulture, $"https://paper{i % 40}.example/{seed}/{i}"),
            Title = sentences[i % sentences.Length](new Random(seed + (i % 5))),
            Published = new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero).AddMinutes(11 * i),
            Text = Text(words, new Random((seed * 1000) + i), seed),
        });
        return Intake.Of([.. lines]).Reports;
    }

    /// <summary>The same, read.</summary>
    public static ImmutableArray<ReadReport> Read(int reports, int words, int seed = 7) => [.. Story(reports, words, seed).Select(Pipeline.Read)];

    /// <summary>The story before its first report.</summary>
    public static Story Opened(ImmutableArray<ReadReport> reports) => Pipeline.Open(StoryId.Of("invented"), null, reports[0].Report);

    /// <summary>A page with the text in it.</summary>
    public static string Page(int words, int seed)
    {
        var html = new StringBuilder("<!doctype html><html lang=en><head><title>An invented page</title><meta property=og:site_name content='The Invented Herald'></head><body><nav>");
        for (int i = 0; i < 60; i++)
            html.Append(CultureInfo.InvariantCulture, $"<a href='/section/{i}'>Section {i}</a> ");
        html.Append("</nav><main><article><h1>An invented page</h1>");
        foreach (string paragraph in Text(words, new Random(seed), seed).Split("\n\n"))
            html.Append("<p>").Append(paragraph).Append("</p>");
        html.Append("</article></main><aside>");
        for (int i = 0; i < 40; i++)
            html.Append(CultureInfo.InvariantCulture, $"<div class=teaser><a href='/{i}'>Another story, number {i}</a><p>Read more of it.</p></div>");
        return html.Append("</aside><footer>All of this is invented.</footer></body></html>").ToString();
    }

    private static string Text(int words, Random random, int seed)
    {
        var text = new StringBuilder();
        for (int count = 0, sentence = 1; count < words; sentence++)
        {
            // Every other sentence is one of the story's two hundred.
            var from = random.Next(2) == 0 ? new Random((seed * 100) + random.Next(200)) : random;
            string next = sentences[from.Next(sentences.Length)](from);
            text.Append(next).Append(sentence % 3 == 0 ? "\n\n" : " ");
            count += next.Count(c => c == ' ') + 1;
        }
        return text.ToString().Trim();
    }

    private static string Of(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
