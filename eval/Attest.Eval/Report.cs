using System.Globalization;
using System.Text.Json;

namespace Attest.Eval;

/// <summary>The figures as a table for people or as one JSON object for programs.</summary>
internal static class Report
{
    /// <summary>One row a figure: task, metric, value, baseline, interval.</summary>
    public static void Table(IReadOnlyDictionary<string, IReadOnlyList<Figure>> results, TextWriter to)
    {
        to.WriteLine($"{"task",-12} {"metric",-22} {"value",8} {"baseline",9}  95 % interval");
        foreach (var (task, figures) in results)
            foreach (var f in figures)
                to.WriteLine($"{task,-12} {f.Metric,-22} {Number(f.Value),8} {Number(f.Baseline),9}  {Interval(f.Interval)}");
    }

    /// <summary><c>{ "TASK": { "METRIC": number } }</c>.</summary>
    public static void Json(IReadOnlyDictionary<string, IReadOnlyList<Figure>> results, Stream to)
    {
        using var writer = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        foreach (var (task, figures) in results)
        {
            writer.WriteStartObject(task);
            foreach (var f in figures.Where(f => double.IsFinite(f.Value)))
                writer.WriteNumber(f.Metric, Math.Round(f.Value, 5));
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static string Number(double? value) => value is { } v ? v.ToString("0.0000", CultureInfo.InvariantCulture) : "";

    private static string Interval((double Low, double High)? i) => i is { } x ? $"{Number(x.Low)} to {Number(x.High)}" : "";
}
