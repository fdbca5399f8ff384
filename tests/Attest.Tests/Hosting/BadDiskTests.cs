using Attest.Hosting;
using Attest.Log;

namespace Attest.Tests.Hosting;

/// <summary>Disks that are full, folders that cannot be written, damaged files, two programs on one folder: a clear error, nothing damaged.</summary>
public sealed class BadDiskTests : IDisposable
{
    private readonly Kept kept = new();

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(kept.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        kept.Dispose();
    }

    [Fact]
    public async Task On_a_full_disk_nothing_more_is_taken_and_nothing_is_lost()
    {
        int accepted = 0;
        string? why = null;
        await using (var newsroom = Newsroom.Of(SqliteLog.Open(kept.Folder, mostPages: 40), Cache.None, TimeProvider.System))
        {
            for (int i = 0; i < 500 && why is null; i++)
            {
                try
                {
                    await newsroom.AcceptAsync([Line(i)], null, isLive: false, null, CancellationToken.None);
                    accepted++;
                }
                catch (LogException e)
                {
                    why = e.Message;
                }
            }
            Assert.Contains("the disk is full", why, StringComparison.Ordinal);
            Assert.InRange(accepted, 1, 499);
            Assert.Null(Chain.Follow(newsroom.Log).Broken);
        }
        await using var again = kept.Open();
        Assert.Equal(accepted, again.Log.Read().Count(e => e.Kind == EntryKinds.Report));
        var more = await again.AcceptAsync([Line(499)], null, isLive: false, null, CancellationToken.None);
        Assert.Equal(1, more.Accepted);
        Assert.Null(Chain.Follow(again.Log).Broken);
    }

    [Fact]
    public async Task A_story_that_the_full_disk_kept_from_settling_settles_when_there_is_room()
    {
        await using (var newsroom = kept.Open())
            await newsroom.AcceptAsync(Kept.Lines("stories/twin-fires.jsonl"), null, isLive: false, null, CancellationToken.None);
        int pages = (int)(new FileInfo(Path.Combine(kept.Folder, SqliteLog.FileName)).Length / 4096);
        await using (var full = Newsroom.Of(SqliteLog.Open(kept.Folder, mostPages: pages), Cache.None, TimeProvider.System))
            await Assert.ThrowsAsync<LogException>(async () =>
            {
                await full.PlaceAsync(show: false, CancellationToken.None);
                await full.SettleAsync(DateTimeOffset.UnixEpoch, everywhere: true, CancellationToken.None);
            });
        await using var again = kept.Open();
        await again.PlaceAsync(show: false, CancellationToken.None);
        await again.SettleAsync(DateTimeOffset.UnixEpoch, everywhere: true, CancellationToken.None);
        Assert.Equal(
            Kept.Built(Kept.Lines("stories/twin-fires.jsonl")).SelectMany(s => s.Updates.Select(u => u.Headline)).Order(StringComparer.Ordinal),
            again.Archive.All().SelectMany(s => again.Archive.Story(s.Slug)!.Updates.Select(u => u.Headline)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_damaged_page_is_told_and_nothing_is_written_over_it()
    {
        await using (var newsroom = kept.Open())
            await Kept.IngestAsync(newsroom, Kept.Lines("stories/quake-toll.jsonl"));
        string file = Path.Combine(kept.Folder, SqliteLog.FileName);
        byte[] bytes = await File.ReadAllBytesAsync(file);
        for (int page = 1; page < bytes.Length / 4096; page++)
            Array.Fill(bytes, (byte)0xA5, page * 4096, 200);
        await File.WriteAllBytesAsync(file, bytes);
        var told = await Assert.ThrowsAsync<LogException>(async () =>
        {
            await using var newsroom = kept.Open();
            await Kept.IngestAsync(newsroom, Kept.Lines("stories/twin-fires.jsonl"));
        });
        Assert.Contains("damaged", told.Message, StringComparison.Ordinal);
        Assert.Contains("attest restore", told.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_or_written_is_told_with_the_mend()
    {
        string file = Path.Combine(kept.Folder, "file");
        File.WriteAllText(file, "no folder");
        var told = Assert.Throws<LogException>(() => Newsroom.Open(Path.Combine(file, "data"), TimeProvider.System));
        Assert.Contains("cannot be written", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("stories")]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    [InlineData("ingest", "stories/quake-toll.jsonl")]
    [InlineData("backup", "--out", "copy.db")]
    public async Task Every_command_tells_of_a_damaged_page_with_the_mend(string command, params string[] more)
    {
        await using (var newsroom = kept.Open())
            await Kept.IngestAsync(newsroom, Kept.Lines("stories/twin-fires.jsonl"));
        string file = Path.Combine(kept.Folder, SqliteLog.FileName);
        byte[] bytes = await File.ReadAllBytesAsync(file);
        for (int page = 1; page < bytes.Length / 4096; page++)
            bytes.AsSpan(page * 4096, 200).Fill(0xA5);
        await File.WriteAllBytesAsync(file, bytes);
        more = [.. more.Select(m => m.Contains("jsonl", StringComparison.Ordinal) ? Path.Combine(AppContext.BaseDirectory, m) : m == "copy.db" ? Path.Combine(kept.Folder, m) : m)];
        using var child = Child.Start([command, .. more, "--data", kept.Folder]);
        await TellsAsync(child, "damaged", "attest restore");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
    }

    [Theory]
    [InlineData("ingest", "stories/quake-toll.jsonl")]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    public async Task In_a_folder_that_cannot_be_written_nothing_is_taken_and_nothing_damaged(string command, params string[] more)
    {
        await using (var newsroom = kept.Open())
            await Kept.IngestAsync(newsroom, Kept.Lines("stories/twin-fires.jsonl"));
        string file = Path.Combine(kept.Folder, SqliteLog.FileName);
        byte[] before = await File.ReadAllBytesAsync(file);
        more = [.. more.Select(m => m.Contains("jsonl", StringComparison.Ordinal) ? Path.Combine(AppContext.BaseDirectory, m) : m)];
        using var child = Child.StartReadOnly(kept.Folder, [command, .. more, "--data", kept.Folder]);
        await TellsAsync(child, "cannot be written", "make it writable");
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }

    /// <summary>A command that ends with an error says what is wrong and the mend, and shows no stack.</summary>
    private static async Task TellsAsync(Child child, string wrong, string mend)
    {
        var (code, _, errors) = await child.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains(wrong, errors, StringComparison.Ordinal);
        Assert.Contains(mend, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stories")]
    [InlineData("verify")]
    public async Task But_it_can_be_read(string command)
    {
        await using (var newsroom = kept.Open())
            await Kept.IngestAsync(newsroom, Kept.Lines("stories/twin-fires.jsonl"));
        using var child = Child.StartReadOnly(kept.Folder, command, "--data", kept.Folder);
        var (code, output, errors) = await child.EndAsync();
        Assert.True(code == 0, errors);
        Assert.NotEmpty(output);
    }

    [Fact]
    public async Task Nor_is_there_a_second_server_on_it()
    {
        using var first = Child.Start("serve", "--data", kept.Folder, "--urls", "http://127.0.0.1:0");
        await first.UpAsync(isFirst: true);
        using var second = Child.Start("serve", "--data", kept.Folder, "--urls", "http://127.0.0.1:0");
        var (code, _, errors) = await second.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains("in use by another Attest", errors, StringComparison.Ordinal);
        Assert.False(first.HasExited);
    }

    [Fact]
    public async Task A_second_program_on_the_folder_is_refused_and_readers_are_not()
    {
        await using var newsroom = kept.Open();
        await Kept.IngestAsync(newsroom, Kept.Lines("stories/twin-fires.jsonl"));
        using var second = Child.Start("ingest", Path.Combine(AppContext.BaseDirectory, "stories/quake-toll.jsonl"), "--data", kept.Folder);
        var (code, _, errors) = await second.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains("POST /api/v1/reports", errors, StringComparison.Ordinal);
        using var reader = Child.Start("stories", "--json", "--data", kept.Folder);
        var (read, output, _) = await reader.EndAsync();
        Assert.Equal(0, read);
        Assert.Contains(newsroom.Archive.All()[0].Slug, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_that_is_damaged_or_gone_changes_nothing()
    {
        await using (var newsroom = kept.Open())
            await Kept.IngestAsync(newsroom, Kept.Lines("stories/twin-fires.jsonl"));
        File.WriteAllText(Path.Combine(kept.Folder, "cache.db"), new string('x', 9000));
        await using var again = kept.Open();
        Assert.All(Kept.Built(Kept.Lines("stories/twin-fires.jsonl")), s => Assert.Equal(Kept.Bytes(s), Kept.Bytes(again.Archive.Story(s.Slug))));
    }

    private static Engine.Reading.ReportLine Line(int number) =>
        Kept.Line("Herald", $"n{number}", "2026-03-02T09:00:00Z", string.Concat(Enumerable.Range(0, 40).Select(i => $"Line {number * 7919 + i * 104729} of a report that fills the disk. ")));
}
