using Microsoft.Data.Sqlite;

namespace Attest.Log;

/// <summary>The prepared statements of one commit.</summary>
internal sealed class AppendStatements : IDisposable
{
    private readonly SqliteCommand entry, known, isKnown, isTaken, text, removed;

    public AppendStatements(SqliteConnection connection, SqliteTransaction transaction)
    {
        SqliteCommand Prepare(string sql, params string[] parameters)
        {
            var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            foreach (string name in parameters)
                command.Parameters.Add(new SqliteParameter(name, null));
            command.Prepare();
            return command;
        }
        entry = Prepare(
            "INSERT INTO entry (number, story, version, kind, at, body, hash) VALUES ($number, $story, $version, $kind, $at, $body, $hash)",
            "$number", "$story", "$version", "$kind", "$at", "$body", "$hash");
        known = Prepare("INSERT INTO known (key, entry) VALUES ($key, $entry)", "$key", "$entry");
        isKnown = Prepare("SELECT 1 FROM known WHERE key = $key", "$key");
        isTaken = Prepare("SELECT 1 FROM entry WHERE story = $story AND version = $version", "$story", "$version");
        text = Prepare("INSERT OR IGNORE INTO text (hash, body) VALUES ($hash, $body)", "$hash", "$body");
        removed = Prepare("INSERT INTO text (hash, removed) VALUES ($hash, $why) ON CONFLICT (hash) DO UPDATE SET body = NULL, removed = $why", "$hash", "$why");
    }

    /// <summary>Appends one request's entries, or none of them.</summary>
    public Appended Append(IReadOnlyList<NewEntry> entries, StoredText? tombstone, ref long number, ref string hash)
    {
        if (tombstone is not null)
            Run(removed, tombstone.Hash, tombstone.Text);
        if (entries.Any(e => e.Key is not null && Run(isKnown, e.Key) is not null))
            return new Appended.Known();
        if (entries.Any(e => e.Story is not null && Run(isTaken, e.Story, e.Version) is not null))
            return new Appended.Overtaken();
        long first = number + 1;
        foreach (var added in entries)
        {
            number++;
            hash = LogEntry.HashOf(hash, number, added.Story, added.Version, added.Kind, added.At, added.Body);
            Run(entry, number, added.Story, added.Version, added.Kind, added.At.UtcTicks, added.Body, hash);
            if (added.Key is not null)
                Run(known, added.Key, number);
            foreach (var stored in added.Texts ?? [])
                Run(text, stored.Hash, stored.Packed);
        }
        return new Appended.Done(first);
    }

    public void Dispose()
    {
        foreach (var command in new[] { entry, known, isKnown, isTaken, text, removed })
            command.Dispose();
    }

    private static object? Run(SqliteCommand command, params object?[] values)
    {
        for (int i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command.ExecuteScalar();
    }
}
