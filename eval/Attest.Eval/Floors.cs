using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Attest.Eval;

/// <summary>
/// What was reached on dev, pinned. A floor lies halfway between the figure and the lower end of its 95 % interval, so that a small honest change
/// passes and a loss does not; where less is better, halfway to the upper end. The hash of the data stands beside it: figures of other data do not compare.
/// </summary>
internal static class Floors
{
    // Stands in for the way to the interval's end where a figure has none: the floor lies a hundredth off.
    private const double NoInterval = 0.02;

    private static readonly string[] lessIsBetter = ["brier", "falseConfirmed", "nll"];

    // Of the sceptic, not of ours.
    private static readonly string[] notOurs = ["brierBase", "populationVote", "bookVote", "precisionOf3Grams", "recallOf3Grams", "topicOnlyB3"];

    private static readonly Dictionary<string, string[]> folders = new(StringComparer.Ordinal)
    {
        ["language"] = ["language/ewt", "language/gum"],
        ["names"] = ["language/ner"],
        ["attribution"] = ["attribution"],
        ["stance"] = ["stance"],
        ["headlines"] = ["verdicts", "stance"],
        ["verdicts"] = ["verdicts", "stance"],
        ["grouping"] = ["stories"],
        ["matching"] = ["pairs"],
        ["retrieval"] = ["retrieval"],
        ["evidence"] = ["evidence"],
        ["truth"] = ["truth"],
        ["pages"] = ["pages"],
        ["feeds"] = ["feeds"],
        ["copies"] = ["copies", "attribution"],
    };

    /// <summary>The tasks that a file of floors pins.</summary>
    public static IReadOnlyList<string> Tasks(string file) => [.. Read(file).Select(t => t.Key)];

    /// <summary>What fell below its floor, a line each; empty where all holds.</summary>
    public static IReadOnlyList<string> Broken(string file, DataFolder data, IReadOnlyDictionary<string, IReadOnlyList<Figure>> results)
    {
        var broken = new List<string>();
        foreach (var (task, pinned) in Read(file))
        {
            if (!results.TryGetValue(task, out var figures))
                continue;
            if ((string?)pinned!["data"] != HashOf(task, data))
            {
                broken.Add($"{task}: the data is not that of the floors; measure and pin anew");
                continue;
            }
            foreach (var (metric, bound) in pinned["floors"]!.AsObject())
            {
                double value = figures.FirstOrDefault(f => f.Metric == metric)?.Value ?? double.NaN, limit = (double)bound!;
                bool less = lessIsBetter.Contains(metric);
                if (!(less ? value <= limit : value >= limit))
                    broken.Add(string.Create(CultureInfo.InvariantCulture, $"{task} {metric}: {value:0.0000}, {(less ? "ceiling" : "floor")} {limit:0.0000}"));
            }
        }
        return broken;
    }

    /// <summary>Pins the figures of some tasks in a file; what it holds of others stays.</summary>
    public static void Pin(string file, DataFolder data, IReadOnlyDictionary<string, IReadOnlyList<Figure>> results)
    {
        var all = File.Exists(file) ? Read(file) : [];
        foreach (var (task, figures) in results)
        {
            var floors = new JsonObject();
            foreach (var f in figures.Where(f => double.IsFinite(f.Value) && !notOurs.Contains(f.Metric)))
            {
                double end = lessIsBetter.Contains(f.Metric) ? f.Interval?.High ?? f.Value + NoInterval : f.Interval?.Low ?? f.Value - NoInterval;
                floors[f.Metric] = Math.Round((f.Value + end) / 2, 4);
            }
            all[task] = new JsonObject { ["data"] = HashOf(task, data), ["floors"] = floors };
        }
        var ordered = new JsonObject(all.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => KeyValuePair.Create(t.Key, t.Value?.DeepClone())));
        File.WriteAllText(file, ordered.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
    }

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(file))!.AsObject();

    // Names and contents of all files that the task may read; held-back ones are none of dev's.
    private static string HashOf(string task, DataFolder data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string folder in folders[task].Select(f => Path.Combine(data.Root, f)).Where(Directory.Exists))
            foreach (string path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(p => !Path.GetFileName(p).Contains("test", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(data.Root, path)));
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
            }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
