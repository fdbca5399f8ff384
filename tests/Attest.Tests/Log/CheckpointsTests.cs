using Attest.Log;
using Microsoft.Data.Sqlite;

namespace Attest.Tests.Log;

public sealed class CheckpointsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("attest-test-").FullName;

    private string File => Path.Combine(folder, "some.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_written_ahead_reaches_the_file_while_it_stays_open()
    {
        using var writer = Open();
        Run(writer, "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(1000000))");
        long before = new FileInfo(File).Length;
        await using (var checkpoints = new Checkpoints(Open()))
        {
            checkpoints.Wrote(1, writer);
            Assert.Equal(before, new FileInfo(File).Length);
            checkpoints.Wrote(10_000, writer);
        }
        Assert.InRange(new FileInfo(File).Length, before + 1_000_000, long.MaxValue);
    }

    [Fact]
    public async Task A_reader_in_the_midst_holds_up_no_append()
    {
        using var writer = Open();
        Run(writer, "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (a); INSERT INTO t VALUES (1)");
        using var reader = Open();
        using var reading = reader.BeginTransaction(deferred: true);
        Run(reader, "SELECT a FROM t");
        Run(writer, "INSERT INTO t VALUES (2)");
        await using var checkpoints = new Checkpoints(Open());
        for (int i = 0; i < 3; i++)
            checkpoints.Wrote(10_000, writer);
        Run(writer, "INSERT INTO t VALUES (3)");
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
