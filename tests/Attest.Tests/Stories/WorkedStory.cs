using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Attest.Engine;
using Attest.Engine.Publishing;
using Attest.Engine.Reading;
using Attest.Input;

namespace Attest.Tests.Stories;

/// <summary>A worked story: reports, and what must hold of the stories made of them (the form of <c>tests/stories/*.expect.json</c>).</summary>
internal sealed class WorkedStory(string file)
{
    private static readonly string[] confirmed = ["on-record", "corroborated"];

    private static readonly string[] unconfirmed = ["stated", "uncorroborated", "forecast", "opinion", "lapsed"];

    private static readonly ConcurrentDictionary<string, WorkedStory> all = new(StringComparer.Ordinal);

    private readonly Dictionary<string, ImmutableArray<StoryDocument>> built = new(StringComparer.Ordinal);

    private readonly InputFiles input = InputFiles.Read([file]);

    private readonly JsonElement expected = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(file, ".expect.json"))).RootElement;

    public static IEnumerable<string> All => Directory.EnumerateFiles(Folder, "*.jsonl").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "stories");

    /// <summary>A worked story, built once for all tests.</summary>
    public static WorkedStory Of(string name) => all.GetOrAdd(name, n => new WorkedStory(Path.Combine(Folder, n + ".jsonl")));

    /// <summary>Each check that fails, with what was seen instead.</summary>
    public IEnumerable<string> Failures() =>
        from check in expected.GetProperty("checks").EnumerateArray()
        let seen = Seen(check)
        where seen is not null
        select $"{check.GetRawText().ReplaceLineEndings(" ")} -> {seen}";

    /// <summary>The stories as of the end of the input.</summary>
    public ImmutableArray<StoryDocument> Stories => AsOf(null);

    private ImmutableArray<StoryDocument> AsOf(string? time)
    {
        lock (built)
        {
            if (built.TryGetValue(time ?? "", out var stories))
                return stories;
            string? question = Text(expected, "question");
            DateTimeOffset? asOf = time is null ? null : DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
            var edition = Edition.Of(Intake.Of([.. input.Lines.Select(l => l.Line)]), question, asOf, CancellationToken.None);
            return built[time ?? ""] = [.. edition.Stories.Select(Publisher.Publish)];
        }
    }

    /// <summary>Null where the check holds, else what was seen.</summary>
    private string? Seen(JsonElement check)
    {
        var stories = AsOf(Text(check, "asOf"));
        if (Text(check, "claim") is { } claim)
            return Claims(check, stories, claim);
        if (check.TryGetProperty("origins", out var origins))
            return Origins(stories, origins);
        if (Text(check, "changed") is { } changed)
            return Changed(stories, changed);
        if (Text(check, "summaryNever") is { } never)
            return Told(stories).FirstOrDefault(t => Matches(t, never));
        if (check.TryGetProperty("stories", out var count))
            return stories.Length == count.GetInt32() ? null : $"{stories.Length} stories: {string.Join("; ", stories.Select(s => s.Question))}";
        if (check.TryGetProperty("separate", out var apart))
            return StoryOf(stories, apart[0]) is { } a && StoryOf(stories, apart[1]) is { } b && a != b ? null : "one story, or a report is absent";
        if (check.TryGetProperty("together", out var joined))
            return StoryOf(stories, joined[0]) is { } a && a == StoryOf(stories, joined[1]) ? null : "two stories, or a report is absent";
        if (check.TryGetProperty("nocontradiction", out var pair))
            return Contradiction(stories, pair[0].GetString()!, pair[1].GetString()!);
        if (Text(check, "stderr") is { } wrong)
            return input.Bad.Any(b => Matches(b.ToString(), wrong)) ? null : "no such message";
        return check.TryGetProperty("exit", out _) || check.TryGetProperty("nomarkup", out _) ? null : "unknown check";
    }

    private static string? Claims(JsonElement check, ImmutableArray<StoryDocument> stories, string pattern)
    {
        string? unlike = Text(check, "not");
        var found = stories.SelectMany(s => s.Claims)
            .Where(c => c.Kind != "utterance" && Matches(c.Text, pattern) && (unlike is null || !Matches(c.Text, unlike))).ToList();
        string seen = found.Count == 0 ? "no such claim" : string.Join("; ", found.Take(6).Select(c => $"{c.Standing}: {c.Text}"));
        if (found.Count == 0)
            return check.TryGetProperty("optional", out _) ? null : seen;
        if (Names(check, "never") is { } never && found.Exists(c => Hits(c.Standing, never)))
            return seen;
        return Names(check, "standing") is { } standing && !found.Exists(c => Hits(c.Standing, standing)) ? seen : null;
    }

    private static string? Origins(ImmutableArray<StoryDocument> stories, JsonElement check)
    {
        string copied = Text(check, "copyOf") ?? Text(check, "sameOriginAs")!;
        foreach (var story in stories)
        {
            var mine = story.Reports.LastOrDefault(r => Bare(r.Url) == Bare(Text(check, "report")!));
            var other = story.Reports.FirstOrDefault(r => Bare(r.Url) == Bare(copied));
            if (mine is null || other is null)
                continue;
            return check.TryGetProperty("copyOf", out _)
                ? mine.CopyOf == other.Id ? null : $"copyOf is {mine.CopyOf ?? "absent"}"
                : mine.Origin == other.Origin ? null : "origins differ";
        }
        return "the two are not in one story";
    }

    private static string? Changed(ImmutableArray<StoryDocument> stories, string pattern)
    {
        var told = stories.SelectMany(s => s.Updates).SelectMany(u => u.Changes).Select(c => $"{c.Text} {c.From} {c.To}").Concat(stories.Select(s => s.WhatChanged.Text)).ToList();
        return told.Exists(t => Matches(t, pattern)) ? null : string.Join(" | ", told);
    }

    private static string? Contradiction(ImmutableArray<StoryDocument> stories, string one, string other) =>
        (from claim in stories.SelectMany(s => s.Claims)
         from evidence in claim.Evidence
         where evidence.Stance == "refutes"
         where (Regex.IsMatch(claim.Text, one) && Regex.IsMatch(evidence.Quote, other)) || (Regex.IsMatch(claim.Text, other) && Regex.IsMatch(evidence.Quote, one))
         select $"'{evidence.Quote}' refutes: {claim.Text}").FirstOrDefault();

    private static IEnumerable<string> Told(ImmutableArray<StoryDocument> stories) =>
        stories.SelectMany(s => s.Updates.SelectMany(u => u.Summary.Select(t => t.Text).Prepend(u.Headline)).Concat(s.Summary.Select(t => t.Text)).Prepend(s.WhatChanged.Text));

    private static string? StoryOf(ImmutableArray<StoryDocument> stories, JsonElement url) =>
        stories.FirstOrDefault(s => s.Reports.Any(r => Bare(r.Url) == Bare(url.GetString()!)))?.Id;

    private static bool Hits(string standing, string[] names) => names.Any(n =>
        n == standing || (n == "confirmed" && confirmed.Contains(standing)) || (n == "unconfirmed" && unconfirmed.Contains(standing)));

    private static bool Matches(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static string Bare(string url) => Regex.Replace(url, "^https?://", "").TrimEnd('/');

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string[]? Names(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : null;
}
