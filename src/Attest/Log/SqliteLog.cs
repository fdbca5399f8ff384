using System.Collections.Concurrent;
using System.Globalization;
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
    /// <summary>The log's file in a data folder.</summary>
    public const string FileName = "attest.db";

    /// <summary>Appends that wait at most; more wait at their callers.</summary>
    private const int Waiting = 4096;

    /// <summary>KiB of pages that the writer keeps at most; <c>LogBenchmarks</c> guards it.</summary>
    private const int WriterCache = 32 * 1024;

    private readonly string connectionString;
    private readonly FileStream? ownership;
    private readonly SqliteConnection writer;
    private readonly ConcurrentBag<SqliteConnection> readers = [];
    private readonly Channel<Request> requests = Channel.CreateBounded<Request>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private readonly Checkpoints? checkpoints;
    private readonly Task writing;
    private string newestHash;
    private long newest;

    private SqliteLog(string file, FileStream? ownership, bool immutable = false, int? mostPages = null)
    {
        this.ownership = ownership;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = immutable ? "file:" + Uri.EscapeDataString(Path.GetFullPath(file)).Replace("%2F", "/", StringComparison.Ordinal) + "?immutable=1" : file,
            Pooling = false,
            DefaultTimeout = 30,
            Mode = ownership is null ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        }.ToString();
        writer = Open();
        try
        {
            if (ownership is not null)
            {
                Execute(writer, "PRAGMA journal_mode = WAL");
                Execute(writer, "PRAGMA synchronous = FULL");
                // Keys and texts are spread over their trees: a writer with room for few pages reads them back again and again. What it wrote is copied into the file beside it (Checkpoints).
                Execute(writer, string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size = -{WriterCache}"));
                Execute(writer, "PRAGMA wal_autocheckpoint = 0");
                if (mostPages is { } most)
                    Execute(writer, string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {most}"));
            }
            Migrations.Apply(writer, mayWrite: ownership is not null);
            using var last = writer.CreateCommand();
            last.CommandText = "SELECT number, hash FROM entry ORDER BY number DESC LIMIT 1";
            using var row = last.ExecuteReader();
            (newest, newestHash) = row.Read() ? (row.GetInt64(0), row.GetString(1)) : (0, LogEntry.NoHash);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
        checkpoints = ownership is null ? null : new Checkpoints(Open());
        writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private sealed record Request(IReadOnlyList<NewEntry> Entries, StoredText? Tombstone, TaskCompletionSource<Appended> Answer);

    /// <inheritdoc/>
    public long Newest => Interlocked.Read(ref newest);

    /// <summary>Opens the log of a data folder, creating both where there are none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="mostPages">How many pages (of 4 KiB) the file may have; no limit where null.</param>
    /// <exception cref="LogException">The folder cannot be written, is in use by another process, or the file is damaged.</exception>
    public static SqliteLog Open(string folder, int? mostPages = null)
    {
        var ownership = Own(folder);
        try
        {
            return new SqliteLog(Path.Combine(folder, FileName), ownership, mostPages: mostPages);
        }
        catch (LogException)
        {
            ownership.Dispose();
            throw;
        }
        catch (Exception e) when (e is IOException or SqliteException)
        {
            ownership.Dispose();
            throw new LogException($"the log in {folder} cannot be opened: {Failures.Plainly(e)}", e);
        }
    }

    /// <summary>Takes a data folder for this process alone, creating it where there is none; until what is returned is disposed of, or the process dies.</summary>
    /// <exception cref="LogException">The folder cannot be written, or is in use by another process.</exception>
    public static FileStream Own(string folder)
    {
        string file = Path.Combine(folder, "attest.lock");
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new LogException(File.Exists(file) && TakesFiles(folder)
                ? $"the data folder {folder} is in use by another Attest: send reports to its API (POST /api/v1/reports), stop it, or give another folder with --data"
                : $"the data folder {folder} cannot be written ({e.Message}): make it writable for this user, or give another with --data", e);
        }
    }

    /// <summary>Whether a folder can be written: asked of the folder, since a lock that is held and a file system that is read-only look alike.</summary>
    private static bool TakesFiles(string folder)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(folder, $"attest.{Environment.ProcessId}.probe"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    /// <summary>Opens a log to read it, whether or not another process writes it; it takes no appends.</summary>
    /// <exception cref="LogException">There is no log in the folder, or it cannot be read.</exception>
    public static SqliteLog OpenToRead(string folder)
    {
        string file = Path.Combine(folder, FileName);
        return File.Exists(file) ? OpenFile(file) : throw new LogException($"there is no Attest log in {folder}: 'attest ingest FILE --data {folder}' begins one");
    }

    /// <summary>Opens a log's file to read it, wherever it is.</summary>
    /// <exception cref="LogException">It cannot be read.</exception>
    public static SqliteLog OpenFile(string file)
    {
        try
        {
            return new SqliteLog(file, null);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 8 or 14 && !File.Exists(file + "-wal"))
        {
            return new SqliteLog(file, null, immutable: true); // a folder that cannot be written holds a log that nobody writes
        }
        catch (SqliteException e)
        {
            throw new LogException($"{file} cannot be read: {Failures.Plainly(e)}", e);
        }
    }

    /// <inheritdoc/>
    public async Task<Appended> AppendAsync(IReadOnlyList<NewEntry> entries, CancellationToken cancel)
    {
        if (entries.Count > 1 && entries.Select(e => e.Key).OfType<string>().CountBy(k => k).Any(k => k.Value > 1))
            throw new ArgumentException("one key stands twice in one append", nameof(entries));
        return await SendAsync(new Request(entries, null, Answer()), cancel);
    }

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
                + (story is null ? " ORDER BY number" : " AND story = $story ORDER BY version");
            command.Parameters.AddWithValue("$after", after);
            if (story is not null)
                command.Parameters.AddWithValue("$story", story);
            using var rows = Reading(command.ExecuteReader);
            while (Reading(rows.Read))
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
    public string? TextOf(string hash) => Query("SELECT body FROM text WHERE hash = $a", c => c.ExecuteScalar() as byte[], hash) is { } packed ? Unpacked(packed) : null;

    /// <inheritdoc/>
    public string? WhyRemoved(string hash) => Query("SELECT removed FROM text WHERE hash = $a", c => c.ExecuteScalar() as string, hash);

    /// <inheritdoc/>
    public long? NumberOf(string key) => Query("SELECT entry FROM known WHERE key = $a", c => c.ExecuteScalar() as long?, key);

    /// <inheritdoc/>
    public IReadOnlyList<string> KeysOf(string prefix) => Query("SELECT key FROM known WHERE key >= $a AND key < $b ORDER BY key", c =>
    {
        var keys = new List<string>();
        using var rows = c.ExecuteReader();
        while (rows.Read())
            keys.Add(rows.GetString(0));
        return keys;
    }, prefix, prefix + '\uffff');

    /// <inheritdoc/>
    public void BackUp(string file)
    {
        string draft = file + ".part";
        var connection = Borrow();
        try
        {
            File.Delete(draft);
            using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = draft, Pooling = false }.ToString()))
            {
                target.Open();
                connection.BackupDatabase(target);
                Execute(target, "PRAGMA journal_mode = DELETE"); // one file by itself
            }
            using (var written = new FileStream(draft, FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new LogException($"{file} cannot be written: {Failures.Plainly(e)}", e);
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
        if (checkpoints is not null)
            await checkpoints.DisposeAsync();
        foreach (var reader in readers)
            await reader.DisposeAsync();
        await writer.DisposeAsync();
        if (ownership is not null)
            await ownership.DisposeAsync();
    }

    private static TaskCompletionSource<Appended> Answer() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task<Appended> SendAsync(Request request, CancellationToken cancel)
    {
        try
        {
            await requests.Writer.WriteAsync(request, cancel);
        }
        catch (ChannelClosedException)
        {
            return new Appended.Failed("Attest is stopping: send it again when it is up");
        }
        return await request.Answer.Task;
    }

    /// <summary>Runs on a thread of its own from first to last: a commit waits for the disk, and threads of the pool are for those who wait for its answer.</summary>
    private void Write()
    {
        var batch = new List<Request>();
        while (requests.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < Waiting && requests.Reader.TryRead(out var request))
                batch.Add(request);
            var answers = Commit(batch);
            for (int i = 0; i < batch.Count; i++)
                batch[i].Answer.SetResult(answers[i]);
            checkpoints?.Wrote(batch.Count, writer);
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
        catch (Exception e) when (e is SqliteException or InvalidOperationException or IOException)
        {
            // The transaction is rolled back: the log is as it was, and whoever waits is told so. The next commit tries anew.
            Array.Fill(answers, new Appended.Failed(Failures.Plainly(e)));
            return answers;
        }
    }

    private T Query<T>(string sql, Func<SqliteCommand, T> read, string a, string? b = null)
    {
        var connection = Borrow();
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("$a", a);
            if (b is not null)
                command.Parameters.AddWithValue("$b", b);
            return Reading(() => read(command));
        }
        finally
        {
            readers.Add(connection);
        }
    }

    /// <summary>Reads; a damaged page is told as what it is.</summary>
    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException e)
        {
            throw new LogException($"the log cannot be read: {Failures.Plainly(e)}", e);
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
