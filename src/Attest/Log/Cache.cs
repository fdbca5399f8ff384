using Microsoft.Data.Sqlite;

namespace Attest.Log;

/// <summary>
/// Stored analyses and snapshots, in a file of their own beside the log: never the truth. It is not synced, a backup leaves it out, and a file that is
/// lost, damaged or of another version is made anew; so no operation on it fails. It is apart from the log so that filling it never makes an append wait.
/// </summary>
internal sealed class Cache : IDisposable
{
    private readonly Lock gate = new();
    private readonly SqliteConnection? connection;

    private Cache(SqliteConnection? connection) => this.connection = connection;

    /// <summary>A cache that keeps nothing.</summary>
    public static Cache None { get; } = new(null);

    /// <summary>Opens the cache of a data folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="version">What the entries were made by; those of another version are dropped.</param>
    /// <param name="readOnly">Whether another process owns the folder: what is there is used, nothing is kept.</param>
    public static Cache Open(string folder, string version, bool readOnly = false)
    {
        string file = Path.Combine(folder, "cache.db");
        try
        {
            return new Cache(Connect(file, version, readOnly));
        }
        catch (SqliteException) when (!readOnly)
        {
            try
            {
                File.Delete(file);
                return new Cache(Connect(file, version, readOnly));
            }
            catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
            {
                return None;
            }
        }
        catch (SqliteException)
        {
            return None;
        }
    }

    /// <summary>What is stored; null where nothing is, or where it cannot be read: what it would say is derived anew.</summary>
    public byte[]? Get(string kind, string key) =>
        Try("SELECT body FROM cache WHERE kind = $kind AND key = $key", null, command => command.ExecuteScalar() as byte[], kind, key);

    /// <summary>Stores an analysis or a snapshot in the place of an older one. Where the disk is full or read-only, the log says so where it matters.</summary>
    public void Put(string kind, string key, byte[] body) =>
        Try("INSERT OR REPLACE INTO cache (kind, key, body) VALUES ($kind, $key, $body)", 0, command =>
        {
            command.Parameters.AddWithValue("$body", body);
            return command.ExecuteNonQuery();
        }, kind, key);

    /// <summary>Everything of a kind, in the order of its keys; as much of it as can be read.</summary>
    public IReadOnlyList<(string Key, byte[] Body)> All(string kind)
    {
        var all = new List<(string, byte[])>();
        return Try("SELECT key, body FROM cache WHERE kind = $kind ORDER BY key", all, command =>
        {
            using var rows = command.ExecuteReader();
            while (rows.Read())
                all.Add((rows.GetString(0), (byte[])rows[1]));
            return all;
        }, kind);
    }

    /// <summary>The keys of a kind that begin so.</summary>
    public IReadOnlyList<string> KeysOf(string kind, string prefix)
    {
        var keys = new List<string>();
        return Try("SELECT key FROM cache WHERE kind = $kind AND substr(key, 1, length($key)) = $key ORDER BY key", keys, command =>
        {
            using var rows = command.ExecuteReader();
            while (rows.Read())
                keys.Add(rows.GetString(0));
            return keys;
        }, kind, prefix);
    }

    /// <summary>Keeps something no longer. Where that fails, it is found again at the next start, and dropped then.</summary>
    public void Drop(string kind, string key) =>
        Try("DELETE FROM cache WHERE kind = $kind AND key = $key", 0, command => command.ExecuteNonQuery(), kind, key);

    // A cache that is damaged, locked or full is no error: everything in it can be derived anew.
    private T Try<T>(string text, T otherwise, Func<SqliteCommand, T> run, string kind, string? key = null)
    {
        if (connection is null)
            return otherwise;
        lock (gate)
        {
            try
            {
                using var command = connection.CreateCommand();
                command.CommandText = text;
                command.Parameters.AddWithValue("$kind", kind);
                if (key is not null)
                    command.Parameters.AddWithValue("$key", key);
                return run(command);
            }
            catch (SqliteException)
            {
                return otherwise;
            }
        }
    }

    public void Dispose() => connection?.Dispose();

    private static SqliteConnection Connect(string file, string version, bool readOnly)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = false,
            DefaultTimeout = 1,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = readOnly
                ? "SELECT count(*) FROM made WHERE version = $version"
                : """
                  PRAGMA journal_mode = WAL;
                  PRAGMA synchronous = OFF;
                  PRAGMA secure_delete = ON;
                  CREATE TABLE IF NOT EXISTS cache (kind TEXT NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (kind, key)) STRICT, WITHOUT ROWID;
                  CREATE TABLE IF NOT EXISTS made (version TEXT NOT NULL) STRICT;
                  DELETE FROM cache WHERE NOT EXISTS (SELECT 1 FROM made WHERE version = $version);
                  DELETE FROM made;
                  INSERT INTO made VALUES ($version);
                  """;
            command.Parameters.AddWithValue("$version", version);
            object? found = command.ExecuteScalar();
            if (readOnly && found is not > 0L)
                throw new SqliteException("made by another version", 1);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
