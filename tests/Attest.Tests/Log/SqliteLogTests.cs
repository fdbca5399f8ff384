using Attest.Log;
using Microsoft.Data.Sqlite;

namespace Attest.Tests.Log;

public sealed class SqliteLogTests : IDisposable
{
    private static readonly DateTimeOffset noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("attest-log-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_appended_is_there_after_a_restart_and_its_chain_holds()
    {
        await using (var log = SqliteLog.Open(folder))
            Assert.Equal(new Appended.Done(1), await log.AppendAsync([Entry("s1", 1), Entry("s1", 2)], CancellationToken.None));
        await using var again = SqliteLog.Open(folder);
        Assert.Equal([1L, 2L], again.Read().Select(e => e.Number));
        Assert.Equal(2, again.Newest);
        Assert.Equal(new Chain(2, null, null), Chain.Follow(again));
    }

    [Fact]
    public async Task The_same_report_is_appended_once_however_often_it_comes()
    {
        await using var log = SqliteLog.Open(folder);
        await log.AppendAsync([Entry(null, 0, key: "r1")], CancellationToken.None);
        Assert.IsType<Appended.Known>(await log.AppendAsync([Entry(null, 0, key: "r1")], CancellationToken.None));
        Assert.Single(log.Read());
    }

    [Fact]
    public async Task A_second_writer_of_one_story_is_told_that_it_was_overtaken_and_leaves_no_trace()
    {
        await using var log = SqliteLog.Open(folder);
        await log.AppendAsync([Entry("s1", 1)], CancellationToken.None);
        Assert.IsType<Appended.Overtaken>(await log.AppendAsync([Entry("s2", 1), Entry("s1", 1)], CancellationToken.None));
        Assert.Single(log.Read());
    }

    [Fact]
    public async Task Many_appends_at_once_are_all_kept_in_one_chain()
    {
        await using var log = SqliteLog.Open(folder);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => log.AppendAsync([Entry($"s{i}", 1)], CancellationToken.None)));
        Assert.Equal(new Chain(500, null, null), Chain.Follow(log));
    }

    [Theory]
    [InlineData("UPDATE entry SET body = '{\"x\":1}' WHERE number = 2")]
    [InlineData("UPDATE entry SET at = at + 1 WHERE number = 2")]
    [InlineData("DELETE FROM entry WHERE number = 2")]
    public async Task A_changed_entry_is_named(string tampering)
    {
        await using (var log = SqliteLog.Open(folder))
            await log.AppendAsync([Entry("s1", 1), Entry("s1", 2), Entry("s1", 3)], CancellationToken.None);
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "attest.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = tampering;
            command.ExecuteNonQuery();
        }
        await using var again = SqliteLog.Open(folder);
        Assert.Equal(2, Chain.Follow(again).Broken);
    }

    [Fact]
    public async Task Two_processes_on_one_folder_are_refused_with_the_mend()
    {
        await using var log = SqliteLog.Open(folder);
        var refused = Assert.Throws<LogException>(() => SqliteLog.Open(folder));
        Assert.Contains("in use by another Attest", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_is_refused_with_the_mend()
    {
        File.WriteAllText(Path.Combine(folder, "attest.db"), new string('x', 8192));
        var refused = Assert.Throws<LogException>(() => SqliteLog.Open(folder));
        Assert.Contains("restore", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_must_go_leaves_the_chain_whole()
    {
        await using var log = SqliteLog.Open(folder);
        await log.AppendAsync([new NewEntry(null, 0, EntryKinds.Report, noon, "{}", null, [new StoredText("h1", "private words")])], CancellationToken.None);
        Assert.Equal("private words", log.TextOf("h1"));
        await log.RemoveTextAsync("h1", "court order");
        Assert.Null(log.TextOf("h1"));
        Assert.Null(Chain.Follow(log).Broken);
    }

    [Fact]
    public async Task A_backup_taken_while_in_use_is_a_whole_log()
    {
        string copies = Path.Combine(folder, "copy");
        Directory.CreateDirectory(copies);
        await using (var log = SqliteLog.Open(folder))
        {
            await log.AppendAsync([Entry("s1", 1), Entry("s1", 2)], CancellationToken.None);
            log.BackUp(Path.Combine(copies, "attest.db"));
        }
        await using var copy = SqliteLog.Open(copies);
        Assert.Equal(new Chain(2, null, null), Chain.Follow(copy));
    }

    private static NewEntry Entry(string? story, int version, string? key = null) =>
        new(story, version, EntryKinds.Time, noon, $"{{\"v\":{version}}}", key);
}
