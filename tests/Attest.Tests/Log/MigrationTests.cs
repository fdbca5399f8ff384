using Attest.Log;
using Microsoft.Data.Sqlite;

namespace Attest.Tests.Log;

/// <summary>Old files become today's, today's become tomorrow's, whole steps or none.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("attest-migrations-").FullName;

    private string File => Path.Combine(folder, SqliteLog.FileName);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_log_of_today_is_taken_over_by_a_program_with_a_step_more()
    {
        await AppendedAsync();
        Apply([.. Migrations.Steps, "ALTER TABLE entry ADD COLUMN note TEXT;"]);
        Assert.Equal(Migrations.Steps.Count + 1L, Scalar("PRAGMA user_version"));
        Assert.Equal(2L, Scalar("SELECT count(*) FROM entry WHERE note IS NULL"));
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_file_as_it_was()
    {
        await AppendedAsync();
        Assert.ThrowsAny<Exception>(() => Apply([.. Migrations.Steps, "ALTER TABLE entry ADD COLUMN note TEXT; INSERT INTO nowhere VALUES (1);"]));
        Assert.Equal((long)Migrations.Steps.Count, Scalar("PRAGMA user_version"));
        await using var log = SqliteLog.Open(folder);
        Assert.Equal(new Chain(2, null, null), Chain.Follow(log));
    }

    [Fact]
    public async Task A_log_of_a_newer_program_is_refused_and_left_alone()
    {
        await AppendedAsync();
        Apply([.. Migrations.Steps, "ALTER TABLE entry ADD COLUMN note TEXT;"]);
        var refused = Assert.Throws<LogException>(() => SqliteLog.Open(folder));
        Assert.Contains("newer version of Attest", refused.Message, StringComparison.Ordinal);
        Assert.Contains("upgrade", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_of_an_older_program_is_read_as_it_is_and_not_changed()
    {
        Apply([Migrations.Steps[0]]);
        Execute("INSERT INTO text (hash, body) VALUES ('h', x'00')");
        await using (var log = SqliteLog.OpenToRead(folder))
            Assert.Equal(new Chain(0, null, null), Chain.Follow(log));
        Assert.Equal(1L, Scalar("PRAGMA user_version"));
    }

    [Fact]
    public async Task Its_texts_and_their_tombstones_come_along()
    {
        Apply([Migrations.Steps[0]]);
        using (var words = new MemoryStream(SqliteLog.Packed("some words")))
            Execute($"INSERT INTO text (hash, body) VALUES ('h1', x'{Convert.ToHexString(words.ToArray())}'); INSERT INTO text (hash, removed) VALUES ('h2', 'court order')");
        await using var log = SqliteLog.Open(folder);
        Assert.Equal("some words", log.TextOf("h1"));
        Assert.Equal("court order", log.WhyRemoved("h2"));
    }

    [Fact]
    public void A_file_that_is_no_log_yet_cannot_be_read()
    {
        Execute("CREATE TABLE other (x INTEGER)");
        var refused = Assert.Throws<LogException>(() => SqliteLog.OpenToRead(folder));
        Assert.Contains("attest serve", refused.Message, StringComparison.Ordinal);
    }

    private async Task AppendedAsync()
    {
        await using var log = SqliteLog.Open(folder);
        await log.AppendAsync(
            [.. Enumerable.Range(1, 2).Select(v => new NewEntry("s1", v, EntryKinds.Time, DateTimeOffset.UnixEpoch, "{}"))], CancellationToken.None);
    }

    private void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Apply(IReadOnlyList<string> steps)
    {
        using var connection = Connect();
        Migrations.Apply(connection, steps, mayWrite: true);
    }

    private object? Scalar(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }
}
