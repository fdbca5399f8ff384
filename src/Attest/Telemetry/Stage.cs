using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Attest.Telemetry;

/// <summary>
/// The stages of the program as operators watch them: each run is a span and a duration. Nothing listens unless an exporter is set, and then nothing is
/// measured.
/// </summary>
internal static class Stage
{
    /// <summary>Name of the meter and of the source of spans.</summary>
    public const string Name = "Attest";

    public const string Accept = "accept", Read = "read", Place = "place", Settle = "settle", Fetch = "fetch", Send = "send";

    private static readonly ActivitySource source = new(Name);
    private static readonly Meter meter = new(Name);

    private static readonly Histogram<double> durations = meter.CreateHistogram<double>("attest.stage.duration", "s", "Time that one run of a stage took.");

    private static readonly Counter<long> reports = meter.CreateCounter<long>("attest.reports.accepted", "{report}", "Reports that are on the disk.");

    private static readonly Counter<long> fetches = meter.CreateCounter<long>("attest.fetches", "{request}", "Requests to other sites, by what came of them.");

    /// <summary>Begins a run of a stage; it ends when the result is disposed.</summary>
    public static Run Begin(string stage) => new(stage, source.StartActivity(stage), durations.Enabled ? Stopwatch.GetTimestamp() : 0);

    /// <summary>Counts reports that are on the disk.</summary>
    public static void Accepted(int count) => reports.Add(count);

    /// <summary>Counts a request to another site.</summary>
    public static void Fetched(string outcome) => fetches.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Has a number watched.</summary>
    public static void Watch(string name, string unit, string meaning, Func<long> value) => meter.CreateObservableGauge(name, value, unit, meaning);

    /// <summary>One run of a stage.</summary>
    internal readonly struct Run(string stage, Activity? span, long began) : IDisposable
    {
        public void Dispose()
        {
            span?.Dispose();
            if (began != 0)
                durations.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("stage", stage));
        }
    }
}
