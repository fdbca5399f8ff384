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
    ];

    /// <summary>Brings a file to today's tables, each step whole or not at all.</summary>
    /// <param name="connection">The file.</param>
    /// <param name="mayWrite">False where it is only read.</param>
    /// <exception cref="LogException">The file was written by a newer program, or needs a step and may not be written.</exception>
    public static void Apply(SqliteConnection connection, bool mayWrite = true)
    {
        int done = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), System.Globalization.CultureInfo.InvariantCulture);
        if (done > Steps.Count)
            throw new LogException($"the log was written by a newer version of Attest (schema {done}, this one knows {Steps.Count}); upgrade Attest");
        if (done < Steps.Count && !mayWrite)
            throw new LogException("the log was written by an older version of Attest: open it once with a command that writes ('attest serve') to bring it up to date");
        for (int i = done; i < Steps.Count; i++)
        {
            using var transaction = connection.BeginTransaction();
            using var step = connection.CreateCommand();
            step.Transaction = transaction;
            step.CommandText = Steps[i] + $"PRAGMA user_version = {i + 1};";
            step.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
