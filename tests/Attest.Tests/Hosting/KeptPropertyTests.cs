using System.Text;
using Attest.Engine.Reading;
using Attest.Hosting;
using Attest.Input;
using Attest.Log;
using CsCheck;

namespace Attest.Tests.Hosting;

/// <summary>What holds for every input, shown on generated ones.</summary>
public sealed class KeptPropertyTests
{
    /// <summary>ATTEST_TEST_ITERATIONS asks for more.</summary>
    private static readonly int Iterations = int.TryParse(Environment.GetEnvironmentVariable("ATTEST_TEST_ITERATIONS"), out int asked) ? asked : 3;

    private static readonly string[] openings = ["Nine people were hurt when a ferry hit the pier at Askvik on Monday", "Eleven people were hurt in the ferry accident at Askvik on Monday", "The ferry Solveig hit the pier at Askvik because its engine failed"];

    private static readonly string[] nonsense = ["{", "{\"url\":1}", "{\"url\":\"http://\",\"text\":\"x\"}", "[]", "null", "\"\\ud800\"", "{\"url\":\"https://a.example/x\",\"html\":\"<\"}"];

    private static readonly string[] sayers = ["", ", police said", ", Mayor Ingrid Dahl said", ", two passengers said", ", according to Northern Wire"];

    /// <summary>Up to six reports of one accident, within a quarter of an hour.</summary>
    private static readonly Gen<ReportLine[]> reports = Gen.Select(Gen.Int[0, openings.Length - 1], Gen.Int[0, sayers.Length - 1], Gen.Int[0, 14], Gen.Int[0, 59])
        .Array[2, 6]
        .Select(told => told.Select((t, i) => Kept.Line(
            $"outlet{i % 5}", $"ferry-{i}", $"2026-03-02T09:{t.Item3:00}:{t.Item4:00}Z", $"{openings[t.Item1]}{sayers[t.Item2]}. The ferry carried 120 passengers.", "Ferry hits pier at Askvik")).ToArray());

    [Fact]
    public void The_order_in_which_a_minutes_reports_arrive_changes_nothing() =>
        Gen.Select(reports, Gen.Int[0, 1 << 20]).Sample((lines, seed) =>
        {
            var minute = lines.Select((l, i) => l with { Published = new DateTimeOffset(2026, 3, 2, 9, 0, i, TimeSpan.Zero) }).ToArray();
            var shuffled = minute.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(Kept.Built(minute, "What happened to the ferry at Askvik?").Select(Kept.Bytes), Kept.Built(shuffled, "What happened to the ferry at Askvik?").Select(Kept.Bytes));
        }, iter: Iterations);

    [Fact]
    public async Task Nor_does_it_where_they_come_one_by_one_before_the_story_settles() =>
        await Gen.Select(reports, Gen.Int[0, 1 << 20]).SampleAsync(async (lines, seed) =>
        {
            var shuffled = lines.ToArray();
            new Random(seed).Shuffle(shuffled);
            await using var newsroom = Newsroom.Of(new MemoryLog(), Cache.None, TimeProvider.System);
            foreach (var line in shuffled)
            {
                await newsroom.AcceptAsync([line], null, isLive: false, "What happened to the ferry at Askvik?", CancellationToken.None);
                await newsroom.PlaceAsync(show: true, CancellationToken.None);
            }
            var now = lines.Max(l => l.Published!.Value);
            await newsroom.SettleAsync(now, everywhere: true, CancellationToken.None);
            var story = newsroom.Archive.Story(newsroom.Archive.All()[0].Slug)!;
            var built = Assert.Single(Kept.Built(lines, "What happened to the ferry at Askvik?"));
            Assert.Equal(built.Claims.Select(c => (c.Text, c.Standing, c.Probability)), story.Claims.Select(c => (c.Text, c.Standing, c.Probability)));
            Assert.Equal(built.Updates.Select(u => u.Headline), story.Updates.Select(u => u.Headline));
        }, iter: Iterations);

    [Fact]
    public void No_line_however_broken_stops_a_run_or_loses_another_line() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, nonsense.Length - 1].Select(i => nonsense[i])).Array[0, 12].Sample(broken =>
        {
            using var file = new MemoryStream();
            for (int i = 0; i <= broken.Length; i++)
            {
                file.Write(Encoding.UTF8.GetBytes($$"""{"url":"https://a.example/{{i}}","text":"The bridge at Arda is closed."}""" + "\n"));
                if (i < broken.Length)
                    file.Write([.. broken[i].Item1.Where(b => b != (byte)'\n'), (byte)'\n', .. Encoding.UTF8.GetBytes(broken[i].Item2), (byte)'\n']);
            }
            file.Position = 0;
            var input = InputFiles.Read(file, "input");
            var intake = Intake.Of([.. input.Lines.Select(l => l.Line)]);
            Assert.All(Enumerable.Range(0, broken.Length + 1), i => Assert.Contains(intake.Reports, r => r.Url == $"https://a.example/{i}"));
        }, iter: 200);

    [Fact]
    public void Every_published_sentence_is_bound_and_every_quotation_stands_in_its_report() =>
        reports.Sample(lines =>
        {
            var texts = lines.ToDictionary(l => l.Url, l => l.Text!);
            foreach (var story in Kept.Built(lines))
            {
                var claims = story.Claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
                Assert.All(story.Summary.Concat(story.Updates.SelectMany(u => u.Summary)), s => Assert.NotEmpty(s.Claims));
                Assert.All(story.Updates.SelectMany(u => u.Summary.SelectMany(s => s.Claims).Concat(u.Lead)).Concat(story.Summary.SelectMany(s => s.Claims)), c => Assert.Contains(c, claims));
                var urls = story.Reports.ToDictionary(r => r.Id, r => r.Url, StringComparer.Ordinal);
                Assert.All(story.Claims.SelectMany(c => c.Evidence), e => Assert.Equal(e.Quote, texts[urls[e.Report]].Substring(e.Start, e.Length)));
            }
        }, iter: Iterations);

    [Fact]
    public async Task The_state_as_of_a_moment_is_that_of_the_log_of_the_events_up_to_it() =>
        await Gen.Select(reports, Gen.Int[1, 5], Gen.Int[0, 1200]).SampleAsync(async (lines, cut, seconds) =>
        {
            await using var full = Newsroom.Of(new MemoryLog(), Cache.None, TimeProvider.System);
            await Kept.IngestAsync(full, [.. lines.Take(cut)]);
            var published = full.Archive.All().Select(s => (s.Slug, s.AsOf, Bytes: Kept.Bytes(full.Archive.Story(s.Slug)))).ToList();
            if (lines.Length > cut)
                await Kept.IngestAsync(full, [.. lines.Skip(cut)]);
            // What readers saw then is what they see when they go back.
            Assert.All(published, p => Assert.Equal(p.Bytes, Kept.Bytes(full.Archive.Story(p.Slug, p.AsOf))));
            var moment = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddSeconds(seconds);
            await using var upTo = Newsroom.Of(await UpToAsync(full.Log, moment), Cache.None, TimeProvider.System);
            foreach (var story in full.Archive.All())
                Assert.Equal(Kept.Bytes(full.Archive.Story(story.Slug, moment)), Kept.Bytes(upTo.Archive.Story(story.Slug, moment)));
        }, iter: Iterations);

    private static async Task<ILog> UpToAsync(ILog log, DateTimeOffset moment)
    {
        var cut = new MemoryLog();
        foreach (var entry in log.Read())
        {
            var at = entry.Kind switch
            {
                EntryKinds.Opened => LogJson.Read<OpenedBody>(entry.Body).At,
                EntryKinds.Joined => LogJson.Read<JoinedBody>(entry.Body).At,
                EntryKinds.Left => LogJson.Read<LeftBody>(entry.Body).At,
                EntryKinds.Merged => LogJson.Read<MergedBody>(entry.Body).At,
                EntryKinds.Update => LogJson.Read<UpdateBody>(entry.Body).Update.At,
                EntryKinds.Time => LogJson.Read<TimeBody>(entry.Body).Until,
                _ => DateTimeOffset.MinValue,
            };
            if (at > moment)
                continue;
            var report = entry.Kind == EntryKinds.Report ? LogJson.Read<ReportBody>(entry.Body) : null;
            await cut.AppendAsync(
                [new NewEntry(entry.Story, entry.Version, entry.Kind, entry.At, entry.Body, report is null ? null : ReportKey.Of(report.Report), report is null ? null : [new StoredText(report.Text, log.TextOf(report.Text)!)])],
                CancellationToken.None);
        }
        return cut;
    }
}
