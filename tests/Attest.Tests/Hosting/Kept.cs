using System.Collections.Immutable;
using Attest.Engine;
using Attest.Engine.Publishing;
using Attest.Engine.Reading;
using Attest.Hosting;
using Attest.Input;

namespace Attest.Tests.Hosting;

/// <summary>A data folder of a test, and the stories of the tests as inputs.</summary>
internal sealed class Kept : IDisposable
{
    public static TheoryData<string> Inputs =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "stories"), "*.jsonl").Select(f => "stories/" + Path.GetFileName(f)).Order(StringComparer.Ordinal),
        "sample",
    ];

    public string Folder { get; } = Directory.CreateTempSubdirectory("attest-kept-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public Newsroom Open() => Newsroom.Open(Folder, TimeProvider.System);

    public static ImmutableArray<ReportLine> Lines(string input)
    {
        if (input != "sample")
            return [.. InputFiles.Read([Path.Combine(AppContext.BaseDirectory, input)]).Lines.Select(l => l.Line)];
        using var stream = typeof(SampleStory).Assembly.GetManifestResourceStream("ai-gap.jsonl")!;
        return [.. InputFiles.Read(stream, "sample").Lines.Select(l => l.Line)];
    }

    public static ImmutableArray<StoryDocument> Built(IReadOnlyList<ReportLine> lines, string? question = null, DateTimeOffset? asOf = null) =>
        [.. Edition.Of(Intake.Of(lines), question, asOf, CancellationToken.None).Stories.Select(Publisher.Publish)];

    /// <summary>Takes lines in as <c>ingest</c> does.</summary>
    public static async Task<Taken> IngestAsync(Newsroom newsroom, IReadOnlyList<ReportLine> lines, string? question = null)
    {
        var taken = await newsroom.AcceptAsync(lines, null, isLive: false, question, CancellationToken.None);
        await newsroom.PlaceAsync(show: false, CancellationToken.None);
        await newsroom.SettleAsync(taken.Now, everywhere: true, CancellationToken.None);
        return taken;
    }

    public static string Bytes(StoryDocument? story) => story is null ? "no story" : System.Text.Encoding.UTF8.GetString(StoryJson.Write(story));

    public static ReportLine Line(string outlet, string path, string published, string text, string title = "") => new()
    {
        Url = $"https://{outlet}.example/{path}",
        Outlet = outlet,
        Published = DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal),
        Text = text,
        Title = title,
    };
}
