using System.Text.Json;
using Attest.Engine.Publishing;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Tests.Hosting;

/// <summary>
/// A log of each release, as that release wrote it (<c>Data/logs</c>): today's program brings it up to date, finds that it holds, and shows what was published in the
/// same bytes. <c>ATTEST_RECORD_LOG=DIR</c> records the one of a new release. What a story's reports give beside its updates may change with the engine.
/// </summary>
public sealed class RecordedLogTests : IDisposable
{
    private const string Recorded = "published.json";

    private readonly Kept kept = new();

    public static TheoryData<string> Releases =>
        [.. Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "Data", "logs")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    public void Dispose() => kept.Dispose();

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task A_log_of_a_release_holds_and_its_stories_say_what_they_said(string release)
    {
        string from = Path.Combine(AppContext.BaseDirectory, "Data", "logs", release);
        File.Copy(Path.Combine(from, SqliteLog.FileName), Path.Combine(kept.Folder, SqliteLog.FileName));
        string recorded = await File.ReadAllTextAsync(Path.Combine(from, Recorded));
        await using (var newsroom = kept.Open())
        {
            Assert.Equal(recorded, Published(newsroom));
            var found = Verification.Of(newsroom.Log, (_, _) => { }, CancellationToken.None);
            Assert.True(found.Broken is null, found.Why);
            Assert.Equal(1, found.RemovedTexts);
            // It is not only read: what comes now joins it, and what was published stays.
            await Kept.IngestAsync(newsroom, [Kept.Line("Later", "fire", "2027-03-02T09:00:00Z", "Three people died in a fire at the Corran mill in Ostby, a hospital spokeswoman said.", "Fire at the Corran mill")]);
            await newsroom.SettleAsync(new DateTimeOffset(2027, 4, 1, 0, 0, 0, TimeSpan.Zero), everywhere: true, CancellationToken.None);
            Assert.Null(Verification.Of(newsroom.Log, (_, _) => { }, CancellationToken.None).Broken);
        }
        await using var reader = Newsroom.OpenToRead(kept.Folder, TimeProvider.System);
        using var before = JsonDocument.Parse(recorded);
        foreach (var story in before.RootElement.EnumerateArray())
        {
            var updates = reader.Archive.Story(story.GetProperty("slug").GetString()!)!.Updates;
            var told = story.GetProperty("updates").EnumerateArray().Select(u => u.GetProperty("headline").GetString()).ToList();
            Assert.Equal(told, updates.TakeLast(told.Count).Select(u => u.Headline));
        }
    }

    [Fact]
    public async Task The_log_of_this_release_can_be_recorded()
    {
        string into = Environment.GetEnvironmentVariable("ATTEST_RECORD_LOG") ?? Path.Combine(kept.Folder, "recorded");
        await using (var newsroom = kept.Open())
        {
            var quake = Kept.Lines("stories/quake-toll.jsonl");
            await Kept.IngestAsync(newsroom, [.. quake.Where((_, i) => i % 2 == 0)]);
            await Kept.IngestAsync(newsroom, [.. quake.Where((_, i) => i % 2 == 1)]);
            await Kept.IngestAsync(newsroom, Kept.Lines("stories/twin-fires.jsonl"), "What happened at the Harrow paper mill?");
            await newsroom.SettleAsync(quake.Max(l => l.Published!.Value).AddDays(40), everywhere: true, CancellationToken.None);
            var removed = LogJson.Read<ReportBody>(newsroom.Log.Read().Last(e => e.Kind == EntryKinds.Report).Body);
            await newsroom.Log.RemoveTextAsync(removed.Text, "asked for by its author");
            Directory.CreateDirectory(into);
            newsroom.Log.BackUp(Path.Combine(into, SqliteLog.FileName));
            await File.WriteAllTextAsync(Path.Combine(into, Recorded), Published(newsroom));
        }
        await using var log = SqliteLog.OpenFile(Path.Combine(into, SqliteLog.FileName));
        var kinds = log.Read().Select(e => e.Kind).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(kinds, new HashSet<string> { EntryKinds.Report, EntryKinds.Question, EntryKinds.Opened, EntryKinds.Joined, EntryKinds.Update, EntryKinds.Time, EntryKinds.LeftOut });
    }

    /// <summary>What was published: each story's address and question, its updates, and which reports it holds.</summary>
    private static string Published(Newsroom newsroom) => JsonSerializer.Serialize(
        newsroom.Archive.All().OrderBy(s => s.Slug, StringComparer.Ordinal).Select(s => newsroom.Archive.Story(s.Slug)!).Select(s => new
        {
            slug = s.Slug,
            question = s.Question,
            updates = JsonSerializer.Deserialize<JsonElement>(StoryJson.Write(s)).GetProperty("updates"),
            reports = s.Reports.Select(r => new { id = r.Id, url = r.Url, version = r.Version }),
        }),
        indented);

    private static readonly JsonSerializerOptions indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
