using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Attest.Eval;

/// <summary>Writes labelled sets as report lines, so that <c>attest build</c> can be tried on real articles.</summary>
internal static class Conversion
{
    private static readonly JsonSerializerOptions plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<string> Sets { get; } = ["verdicts", "attribution"];

    /// <summary>Writes a set's articles, one line each; articles that several people annotated are written once.</summary>
    public static int Write(string set, DataFolder data, TextWriter output)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int written = 0;
        foreach (string line in data.Lines($"{set}/train.jsonl"))
        {
            var row = JsonNode.Parse(line)!;
            if (!seen.Add((string)(row["doc"] ?? row["body_id"])!))
                continue;
            output.WriteLine((set == "verdicts" ? OfVerdicts(row) : OfAttribution(row)).ToJsonString(plain));
            written++;
        }
        return written;
    }

    /// <summary>Every body a report of an outlet of its own; the set gives neither outlet nor time.</summary>
    private static JsonObject OfVerdicts(JsonNode row)
    {
        string id = (string)row["body_id"]!;
        return new JsonObject
        {
            ["url"] = $"https://outlet-{id}.example/report",
            ["outlet"] = $"Outlet {id}",
            ["title"] = (string?)row["headlines"]?.AsArray().FirstOrDefault()?["h"],
            ["text"] = (string)row["body"]!,
        };
    }

    private static JsonObject OfAttribution(JsonNode row)
    {
        string doc = (string)row["doc"]!, outlet = (string)row["outlet"]!, text = (string)row["text"]!;
        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return new JsonObject
        {
            ["url"] = $"https://{outlet}.example/{doc}",
            ["outlet"] = outlet,
            ["title"] = end > 0 ? text[..end].TrimEnd('.') : null,
            ["published"] = (string)row["date"]! + "T12:00:00Z",
            ["text"] = end > 0 ? text[(end + 2)..] : text,
        };
    }
}
