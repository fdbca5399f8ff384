using Microsoft.Data.Sqlite;

namespace Attest.Log;

/// <summary>
/// Copies what was written ahead into the log's file, on a connection and a thread of its own: a writer that did it itself would let every append wait for the whole
/// copy to reach the disk. A reader or writer that holds it up is not waited for; the rest is copied the next time.
/// </summary>
/// <param name="connection">The connection; disposed of with this.</param>
internal sealed class Checkpoints(SqliteConnection connection) : IAsyncDisposable
{
    /// <summary>Appends after which a copy begins: some 16 MiB of pages.</summary>
    private const int Often = 2048;

    /// <summary>Pages written ahead (256 MiB) at which the writer stands still until all are copied, so that the file of what was written ahead starts again from its beginning.</summary>
    private const int MostAhead = 64 * 1024;

    private Task<long> copying = Task.FromResult(0L);
    private int since;

    /// <summary>Told by the writer after each commit.</summary>
    /// <param name="appends">How many appends the commit held.</param>
    /// <param name="writer">The writer's connection.</param>
    public void Wrote(int appends, SqliteConnection writer)
    {
        since += appends;
        if (since < Often || !copying.IsCompleted)
            return;
        since = 0;
        if (copying.Result > MostAhead)
            Copy(writer, "RESTART");
        copying = Task.Factory.StartNew(() => Copy(connection, "PASSIVE"), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await copying;
        await connection.DisposeAsync();
    }

    /// <summary>Copies, and gives the number of pages that stand ahead. A disk that does not take them now fails no append: they stay where they are, and the next copy tries anew.</summary>
    private static long Copy(SqliteConnection by, string how)
    {
        try
        {
            using var command = by.CreateCommand();
            command.CommandText = $"PRAGMA wal_checkpoint({how})";
            using var row = command.ExecuteReader();
            return row.Read() ? row.GetInt64(1) : 0;
        }
        catch (SqliteException)
        {
            return 0;
        }
    }
}
