using Attest.Alerts;
using Attest.Fetch;
using Attest.Hosting;
using Attest.Hosting.Grains;
using Attest.Telemetry;
using Attest.Web.Live;
using Attest.Web.Search;
using Microsoft.Extensions.Logging.Console;

namespace Attest.Web.Server;

/// <summary>
/// The web server of a data folder. Whatever reads is public, whatever writes asks for the token:
/// 1. <see cref="PageRoutes"/>: pages, feeds and assets, the static site's addresses; <see cref="SourceRoutes"/>: outlets, and what is said of them; 2. <see cref="StoryRoutes"/>: stories and claims as JSON;
/// 3. <see cref="ReportRoutes"/>: reports in; 4. <see cref="FollowRoutes"/> and <see cref="FeedsRoutes"/>: what is followed, for programs and for people;
/// 5. <see cref="StreamRoutes"/>: changes as they come; <see cref="WebhookRoutes"/>: who is told of them; 6. <see cref="SearchRoutes"/>, <see cref="SitemapRoutes"/>; 7. <see cref="HealthRoutes"/>. Behind it work <see cref="Workday"/>, which publishes, and <see cref="FeedRounds"/>, which gathers.
/// </summary>
internal static class SiteServer
{
    /// <summary>A server, not yet started.</summary>
    /// <param name="desk">What it serves.</param>
    public static WebApplication Create(ServedDesk desk)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(desk.Settings.Log);
        // What goes wrong in a grain is said by who called it.
        builder.Logging.AddFilter("Orleans", LogLevel.Critical);
        // Standard output carries data and the address that programs wait for.
        if (desk.Settings.LogJson)
            builder.Logging.AddJsonConsole();
        Exporting.Add(builder, desk.Settings);
        builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseUrls(desk.Settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries));
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = ReportRoutes.MaxBytes;
        });
        builder.Services.AddProblemDetails();
        builder.Services.AddResponseCompression(o => o.MimeTypes = ["text/html", "text/css", "text/javascript", "application/json", "application/atom+xml", "application/feed+json", "application/rss+xml", "text/markdown"]);
        builder.Services.AddSingleton(desk);
        builder.Services.AddSingleton(desk.Newsroom);
        builder.Services.AddSingleton(desk.Clock);
        // First, so that it stops after those who call its grains.
        builder.Services.AddSingleton<OwnSilo>();
        builder.Services.AddHostedService(s => s.GetRequiredService<OwnSilo>());
        builder.Services.AddSingleton<Workday>();
        builder.Services.AddHostedService(s => s.GetRequiredService<Workday>());
        builder.Services.AddSingleton(services => new FeedDesk(desk.Newsroom, desk.Settings.Fetch, desk.Clock, Random.Shared.NextDouble, desk.LookUp, schedules: false)
        {
            Came = (_, taken) =>
            {
                if (taken.Accepted > 0)
                    services.GetRequiredService<Workday>().Came();
            },
        });
        builder.Services.AddSingleton<FeedRounds>();
        if (desk.Settings.Gather)
            builder.Services.AddHostedService(s => s.GetRequiredService<FeedRounds>());
        builder.Services.AddSingleton<Wires>();
        builder.Services.AddHostedService(s => s.GetRequiredService<Wires>());
        builder.Services.AddSingleton<Alerting>();
        builder.Services.AddHostedService(s => s.GetRequiredService<Alerting>());
        builder.Services.AddSingleton<RenderedPages>();
        builder.Services.AddSingleton<SearchIndex>();
        builder.Services.AddSingleton<Sources>();
        builder.Services.AddOpenApi(ApiDescription.Complete);
        ApiLimits.Add(builder.Services, desk);
        var app = builder.Build();
        app.Use(Secured);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseResponseCompression();
        app.Use(ReadingFromElsewhere.Allow);
        app.UseRateLimiter();
        Exporting.Watch(app, desk.Newsroom);
        app.MapOpenApi("/api/v1/openapi.json");
        ApiPageRoutes.Map(app);
        SearchRoutes.Map(app);
        SitemapRoutes.Map(app);
        ReportRoutes.Map(app);
        FollowRoutes.Map(app);
        FeedsRoutes.Map(app);
        WebhookRoutes.Map(app);
        SourceRoutes.Map(app);
        StreamRoutes.Map(app);
        StoryRoutes.Map(app);
        HealthRoutes.Map(app);
        PageRoutes.Map(app);
        return app;
    }

    private static Task Secured(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = IsCard(context.Request.Path) ? ContentPolicy.CardHeader : ContentPolicy.Header;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }

    /// <summary>A card is made to be framed by other sites; no other page may be.</summary>
    private static bool IsCard(PathString path) => path.StartsWithSegments("/stories") && (path.Value!.EndsWith("/card/", StringComparison.Ordinal) || path.Value.EndsWith("/card/index.html", StringComparison.Ordinal));
}
