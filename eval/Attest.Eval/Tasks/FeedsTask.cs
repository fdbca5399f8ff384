using System.Text.Json;
using System.Text.RegularExpressions;
using Attest.Engine.Gathering.Feeds;

namespace Attest.Eval.Tasks;

/// <summary>
/// Gathering's feed reader on feedparser's test feeds: whether every file is read, and what is read out of it. Each file's first comment gives the
/// headers that it is served with; its address is the one that feedparser's tests serve it from.
/// </summary>
internal static partial class FeedsTask
{
    private const string Server = "http://127.0.0.1:8097/";

    private static readonly string[] dateKeys =
    [
        "updated", "updated_parsed", "published", "published_parsed", "created", "created_parsed", "expired", "expired_parsed",
        "validity_start", "validity_end", "validity_start_parsed", "validity_end_parsed",
    ];

    [GeneratedRegex(@"^\s*Header:\s*([A-Za-z-]+):[ \t]*(.*?)\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Header { get; }

    public static IReadOnlyList<Figure> Run(DataFolder data)
    {
        string expectations = data.Path(File.Exists(Path.Combine(data.Root, "feeds", "expect.json")) ? "feeds/expect.json" : "feeds/expect.{split}.json");
        string root = Path.GetDirectoryName(expectations)!;
        using var json = JsonDocument.Parse(File.ReadAllBytes(expectations));
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".xml" or ".json" && !Path.GetFileName(f).StartsWith("expect", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        var parsed = new List<(bool Ours, bool Library)>();
        var checks = new List<(string Key, bool Ours, bool Library)>();
        foreach (string file in files)
        {
            byte[] bytes = File.ReadAllBytes(file);
            string name = Path.GetRelativePath(root, file).Replace('\\', '/');
            var feed = Read(bytes, name);
            var library = LibraryFeed.Read(bytes);
            parsed.Add((feed is not null, library is not null));
            if (!json.RootElement.TryGetProperty(name, out var wanted))
                continue;
            foreach (var one in wanted.EnumerateArray())
            {
                var path = one.GetProperty("path").EnumerateArray().Select(FeedparserNames.Step).ToArray();
                var value = one.GetProperty("value");
                bool right = feed is not null && FeedparserNames.Matches(FeedparserNames.Find(feed, path), value);
                if (!right && Environment.GetEnvironmentVariable("ATTEST_EVAL_ERRORS") is not null)
                    Console.Error.WriteLine($"{name} {string.Join('/', path)}: {FeedparserNames.Show(feed is null ? null : FeedparserNames.Find(feed, path))} for {value}");
                checks.Add((path.OfType<string>().Last(), right, library is not null && FeedparserNames.Matches(library.Find(path), value)));
            }
        }
        Figure Of(string metric, params string[] keys)
        {
            var units = checks.Where(c => keys.Length == 0 || keys.Contains(c.Key)).ToList();
            return Figure.Of(metric, units, u => u.Count == 0 ? double.NaN : (double)u.Count(c => c.Ours) / u.Count, (double)units.Count(c => c.Library) / units.Count);
        }
        return
        [
            Figure.Of("parsed", parsed, u => (double)u.Count(p => p.Ours) / u.Count, (double)parsed.Count(p => p.Library) / parsed.Count),
            Of("expectations"),
            Of("title", "title"),
            Of("link", "link", "links"),
            Of("date", dateKeys),
            Of("id", "id", "guid"),
        ];
    }

    /// <summary>The feed; null where the reader throws. A document that holds no feed is an empty one: what it says is that there is nothing.</summary>
    private static Feed? Read(byte[] bytes, string name)
    {
        string start = System.Text.Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 2048)));
        int end = start.IndexOf("-->", StringComparison.Ordinal);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match m in Header.Matches(end < 0 ? "" : start[..end]))
            headers[m.Groups[1].Value] = m.Groups[2].Value;
        try
        {
            var origin = new FeedOrigin(
                // Only these are served in feedparser's tests; the others are files without an address.
                name.Contains("http", StringComparison.Ordinal) ? Server + name : "",
                headers.GetValueOrDefault("Content-Type"),
                headers.GetValueOrDefault("Content-Location"),
                headers.GetValueOrDefault("Content-Language"));
            return FeedReader.Read(bytes, origin) switch
            {
                FeedReading.Read read => read.Feed,
                FeedReading.Refused refused => Refused(name, refused.Cause),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
#pragma warning disable CA1031 // What is measured is whether anything is thrown at all.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine($"{name}: {e}");
            return null;
        }
    }

    private static Feed Refused(string name, FeedRefusal cause)
    {
        if (Environment.GetEnvironmentVariable("ATTEST_EVAL_ERRORS") is not null)
            Console.Error.WriteLine($"{name}: refused: {cause}");
        return new Feed { Format = FeedFormat.Rss, Items = [] };
    }
}
