using Microsoft.Data.Sqlite;

namespace Attest.Log;

/// <summary>The steps from an empty file to today's tables. The list only grows; a step that was released is never changed.</summary>
internal static class Migrations
{
    public static IReadOnlyList<string> Steps { get; } =
    [
        """
        CREATE TABLE entry (
            number INTEGER PRIMARY KEY,
            story TEXT,
            version INTEGER NOT NULL,
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            body TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX entry_of_story ON entry (story, version) WHERE story IS NOT NULL;
        CREATE TABLE known (key TEXT PRIMARY KEY, entry INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE text (hash TEXT PRIMARY KEY, body BLOB, removed TEXT) STRICT, WITHOUT ROWID;
        """,
        // Texts in order of their coming: under their hash each one rewrote the pages of its neighbours.
        """
        CREATE TABLE text_in_order (number INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, body BLOB, removed TEXT) STRICT;
        INSERT INTO text_in_order (hash, body, removed) SELECT hash, body, removed FROM text;
        DROP TABLE text;
        ALTER TABLE text_in_order RENAME TO text;
        """,
    ];

    /// <summary>The oldest tables that can be read as they are: a reader, and who restores a backup, need not write first.</summary>
    private const int OldestReadable = 1;

    /// <summary>Brings a file to today's tables, each step whole or not at all.</summary>
    /// <param name="connection">The file.</param>
    /// <param name="mayWrite">False where it is only read.</param>
    /// <exception cref="LogException">The file was written by a newer program, or needs a step and may not be written.</exception>
    public static void Apply(SqliteConnection connection, bool mayWrite = true) => Apply(connection, Steps, mayWrite);

    /// <summary>The same with other steps: those of a program to come.</summary>
    internal static void Apply(SqliteConnection connection, IReadOnlyList<string> steps, bool mayWrite)
    {
        int done = Version(connection);
        if (done > steps.Count)
            throw new LogException($"the log was written by a newer version of Attest (schema {done}, this one knows {steps.Count}); upgrade Attest");
        if (!mayWrite && done < OldestReadable)
            throw new LogException("the log was written by an older version of Attest: open it once with a command that writes ('attest serve') to bring it up to date");
        if (!mayWrite)
            return;
        for (int i = done; i < steps.Count; i++)
        {
            using var transaction = connection.BeginTransaction();
            using var step = connection.CreateCommand();
            step.Transaction = transaction;
            step.CommandText = steps[i] + $"PRAGMA user_version = {i + 1};";
            step.ExecuteNonQuery();
            // A statement that fails behind one that gives rows back is not told by the driver; the step's last one shows that all went through.
            if (Version(connection) != i + 1)
                throw new LogException($"the log cannot be brought from schema {i} to {i + 1}; it is left as it was: restore the newest backup with 'attest restore', or use the former version of Attest");
            transaction.Commit();
        }
    }

    private static int Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
