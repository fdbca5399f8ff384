using Attest.Fetch;
using Attest.Hosting;
using Attest.Settings;
using Attest.Web.Live;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Attest.Telemetry;

/// <summary>Sends metrics and traces to a collector, where an operator names one; otherwise nothing is measured and nothing is sent.</summary>
internal static class Exporting
{
    public static void Add(WebApplicationBuilder builder, ServerSettings settings)
    {
        if (settings.Otlp is not { } collector)
            return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("attest", serviceVersion: typeof(Stage).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(m => m.AddMeter(Stage.Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation())
            .WithTracing(t => t.AddSource(Stage.Name).AddAspNetCoreInstrumentation())
            .UseOtlpExporter(OpenTelemetry.Exporter.OtlpExportProtocol.HttpProtobuf, collector);
    }

    /// <summary>Has the numbers of a server watched.</summary>
    public static void Watch(WebApplication app, Newsroom newsroom)
    {
        Stage.Watch("attest.log.entries", "{entry}", "Entries in the log.", () => newsroom.Log.Newest);
        Stage.Watch("attest.listeners", "{reader}", "Readers who listen for changes.", () => app.Services.GetRequiredService<Wires>().Listeners);
        Stage.Watch("attest.feeds.failing", "{feed}", "Feeds that fail.", () => app.Services.GetRequiredService<FeedDesk>().Rows.Count(f => f.State == "fails"));
    }
}
