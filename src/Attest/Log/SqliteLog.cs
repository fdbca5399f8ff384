using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Attest.Log;

/// <summary>
/// The log in one SQLite file: write-ahead log, synced at every commit. One writer takes what is waiting into one commit (group commit), so
/// that many appends share the cost of one sync; readers use connections of their own and never wait.
/// </summary>
internal sealed class SqliteLog : ILog
{
    /// <summary>Appends that wait at most; more wait at their callers.</summary>
    private const int Waiting = 4096;

    private readonly string connectionString;
    private readonly FileStream ownership;
    private readonly SqliteConnection writer;
    private readonly ConcurrentBag<SqliteConnection> readers = [];
    private readonly Lock caching = new();
    private readonly Channel<Request> requests = Channel.CreateBounded<Request>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private readonly Task writing;
    private string newestHash;
    private long newest;

    private SqliteLog(string file, FileStream ownership)
    {
        this.ownership = ownership;
        connectionString = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30 }.ToString();
        writer = Open();
        Execute(writer, "PRAGMA journal_mode = WAL");
        Execute(writer, "PRAGMA synchronous = FULL");
        Migrations.Apply(writer);
        using var last = writer.CreateCommand();
        last.CommandText = "SELECT number, hash FROM entry ORDER BY number DESC LIMIT 1";
        using var row = last.ExecuteReader();
        (newest, newestHash) = row.Read() ? (row.GetInt64(0), row.GetString(1)) : (0, LogEntry.NoHash);
        writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    private sealed record Request(IReadOnlyList<NewEntry> Entries, StoredText? Tombstone, TaskCompletionSource<Appended> Answer);

    /// <inheritdoc/>
    public long Newest => Interlocked.Read(ref newest);

    /// <summary>Opens the log of a data folder, creating both where there are none.</summary>
    /// <exception cref="LogException">The folder cannot be written, is in use by another process, or the file is damaged.</exception>
    public static SqliteLog Open(string folder)
    {
        FileStream? ownership = null;
        try
        {
            Directory.CreateDirectory(folder);
            ownership = new FileStream(Path.Combine(folder, "attest.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new SqliteLog(Path.Combine(folder, "attest.db"), ownership);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            bool inUse = e is IOException && ownership is null && File.Exists(Path.Combine(folder, "attest.lock"));
            ownership?.Dispose();
            throw new LogException(inUse
                ? $"the data folder {folder} is in use by another Attest: stop it, or give another folder with --data"
                : $"the log in {folder} cannot be opened: {Plainly(e)}", e);
        }
    }

    /// <inheritdoc/>
    public async Task<Appended> AppendAsync(IReadOnlyList<NewEntry> entries, CancellationToken cancel) =>
        await SendAsync(new Request(entries, null, Answer()), cancel);

    /// <inheritdoc/>
    public async Task RemoveTextAsync(string hash, string why)
    {
        if (await SendAsync(new Request([], new StoredText(hash, why), Answer()), CancellationToken.None) is Appended.Failed failed)
            throw new LogException(failed.Why);
    }

    /// <inheritdoc/>
    public IEnumerable<LogEntry> Read(long after = 0, string? story = null)
    {
        var connection = Borrow();
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT number, story, version, kind, at, body, hash FROM entry WHERE number > $after"
                + (story is null ? "" : " AND story = $story") + " ORDER BY number";
            command.Parameters.AddWithValue("$after", after);
            if (story is not null)
                command.Parameters.AddWithValue("$story", story);
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                yield return new LogEntry(
                    rows.GetInt64(0),
                    rows.IsDBNull(1) ? null : rows.GetString(1),
                    rows.GetInt32(2),
                    rows.GetString(3),
                    new DateTimeOffset(rows.GetInt64(4), TimeSpan.Zero),
                    rows.GetString(5),
                    rows.GetString(6));
            }
        }
        finally
        {
            readers.Add(connection);
        }
    }

    /// <inheritdoc/>
    public string? TextOf(string hash) => Blob("SELECT body FROM text WHERE hash = $a", hash, null) is { } packed ? Unpacked(packed) : null;

    /// <inheritdoc/>
    public byte[]? Cached(string kind, string key) => Blob("SELECT body FROM cache WHERE kind = $a AND key = $b", kind, key);

    /// <inheritdoc/>
    public void Cache(string kind, string key, byte[] body)
    {
        lock (caching)
        {
            var connection = Borrow();
            try
            {
                // The cache is never the truth: losing its newest rows in a crash is fine, and a busy log goes first.
                using var command = connection.CreateCommand();
                command.CommandText = "INSERT OR REPLACE INTO cache (kind, key, body) VALUES ($kind, $key, $body)";
                command.Parameters.AddWithValue("$kind", kind);
                command.Parameters.AddWithValue("$key", key);
                command.Parameters.AddWithValue("$body", body);
                command.ExecuteNonQuery();
            }
            finally
            {
                readers.Add(connection);
            }
        }
    }

    /// <inheritdoc/>
    public void BackUp(string file)
    {
        var connection = Borrow();
        try
        {
            using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            target.Open();
            connection.BackupDatabase(target);
        }
        finally
        {
            readers.Add(connection);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        requests.Writer.TryComplete();
        await writing;
        foreach (var reader in readers)
            await reader.DisposeAsync();
        await writer.DisposeAsync();
        await ownership.DisposeAsync();
    }

    private static TaskCompletionSource<Appended> Answer() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task<Appended> SendAsync(Request request, CancellationToken cancel)
    {
        await requests.Writer.WriteAsync(request, cancel);
        return await request.Answer.Task;
    }

    private async Task Write()
    {
        var batch = new List<Request>();
        while (await requests.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < Waiting && requests.Reader.TryRead(out var request))
                batch.Add(request);
            var answers = Commit(batch);
            for (int i = 0; i < batch.Count; i++)
                batch[i].Answer.SetResult(answers[i]);
        }
    }

    /// <summary>Writes what is waiting in one transaction; a request that is refused leaves no trace and does not hold up the others.</summary>
    private Appended[] Commit(List<Request> batch)
    {
        var answers = new Appended[batch.Count];
        (long number, string hash) = (newest, newestHash);
        try
        {
            using var transaction = writer.BeginTransaction();
            using var statements = new AppendStatements(writer, transaction);
            for (int i = 0; i < batch.Count; i++)
                answers[i] = statements.Append(batch[i].Entries, batch[i].Tombstone, ref number, ref hash);
            transaction.Commit();
            newestHash = hash;
            Interlocked.Exchange(ref newest, number);
            return answers;
        }
        catch (SqliteException e)
        {
            Array.Fill(answers, new Appended.Failed(Plainly(e)));
            return answers;
        }
    }

    private static string Plainly(Exception e) => e is not SqliteException sqlite ? e.Message : sqlite.SqliteErrorCode switch
    {
        13 => "the disk is full: free some room, nothing was lost",
        8 => "the data folder is read-only: make it writable for this user",
        11 or 26 => "the file is damaged: restore the newest backup with 'attest restore'",
        10 => "the disk reports an error: " + sqlite.Message,
        14 => "the file cannot be opened: check that this user may write the data folder",
        _ => sqlite.Message,
    };

    private byte[]? Blob(string sql, string a, string? b)
    {
        var connection = Borrow();
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("$a", a);
            if (b is not null)
                command.Parameters.AddWithValue("$b", b);
            return command.ExecuteScalar() as byte[];
        }
        finally
        {
            readers.Add(connection);
        }
    }

    private SqliteConnection Borrow() => readers.TryTake(out var connection) ? connection : Open();

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static string Unpacked(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
