using Attest.Hosting;
using Attest.Log;
using Microsoft.Data.Sqlite;

namespace Attest.Tests.Hosting;

/// <summary>What verify finds, and what it does not let pass.</summary>
public sealed class VerificationTests : IDisposable
{
    private readonly Kept kept = new();

    public void Dispose() => kept.Dispose();

    [Fact]
    public async Task A_log_that_was_written_bit_by_bit_with_late_reports_and_passing_time_verifies()
    {
        var lines = Kept.Lines("stories/quake-toll.jsonl");
        await using (var newsroom = kept.Open())
        {
            await Kept.IngestAsync(newsroom, [.. lines.Where((_, i) => i % 2 == 0)]);
            await Kept.IngestAsync(newsroom, [.. lines.Where((_, i) => i % 2 == 1)]);
            await newsroom.SettleAsync(lines.Max(l => l.Published!.Value).AddDays(40), everywhere: false, CancellationToken.None);
        }
        var found = await VerifyAsync();
        Assert.True(found.Broken is null, found.Why);
        Assert.Equal(0, found.ToldOtherwise);
        Assert.True(found.Stories > 0);
    }

    [Theory]
    [InlineData("UPDATE text SET body = (SELECT body FROM text ORDER BY hash LIMIT 1)", "text")]
    [InlineData("DELETE FROM text", "text is missing")]
    [InlineData("UPDATE entry SET body = replace(body, 'Corran', 'Corrin') WHERE kind = 'update'", "hash")]
    [InlineData("DELETE FROM known", "cannot be found")]
    [InlineData("UPDATE entry SET version = version + 1 WHERE number = (SELECT max(number) FROM entry)", "hash")]
    public async Task What_was_tampered_with_is_named(string tampering, string why)
    {
        await IngestedAsync();
        Tamper(tampering);
        var found = await VerifyAsync();
        Assert.NotNull(found.Broken);
        Assert.Contains(why, found.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_that_was_forged_with_its_whole_chain_is_not_what_the_reports_give()
    {
        await IngestedAsync();
        await using (var log = SqliteLog.OpenToRead(kept.Folder))
        {
            string before = LogEntry.NoHash;
            foreach (var entry in log.Read().ToList())
            {
                string body = entry.Kind == EntryKinds.Update ? entry.Body.Replace("\"headline\":\"", "\"headline\":\"Not ", StringComparison.Ordinal) : entry.Body;
                string hash = LogEntry.HashOf(before, entry.Number, entry.Story, entry.Version, entry.Kind, entry.At, body);
                Tamper("UPDATE entry SET body = $body, hash = $hash WHERE number = $number", ("$body", body), ("$hash", hash), ("$number", entry.Number));
                before = hash;
            }
        }
        var found = await VerifyAsync();
        Assert.NotNull(found.Broken);
        Assert.Contains("not what the reports give", found.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_was_removed_is_counted_and_breaks_nothing()
    {
        await IngestedAsync();
        await using (var newsroom = kept.Open())
        {
            var body = LogJson.Read<ReportBody>(newsroom.Log.Read().First(e => e.Kind == EntryKinds.Report).Body);
            await newsroom.Log.RemoveTextAsync(body.Text, "court order");
        }
        var found = await VerifyAsync();
        Assert.True(found.Broken is null, found.Why);
        Assert.Equal(1, found.RemovedTexts);
        await using var reader = Newsroom.OpenToRead(kept.Folder, TimeProvider.System);
        var story = reader.Archive.Story(reader.Archive.All()[0].Slug)!;
        Assert.NotEmpty(reader.Archive.Story(story.Slug, story.AsOf)!.Updates);
    }

    private async Task IngestedAsync()
    {
        await using var newsroom = kept.Open();
        await Kept.IngestAsync(newsroom, Kept.Lines("stories/twin-fires.jsonl"));
    }

    private async Task<Verified> VerifyAsync()
    {
        await using var log = SqliteLog.OpenToRead(kept.Folder);
        return Verification.Of(log, (_, _) => { }, CancellationToken.None);
    }

    private void Tamper(string sql, params (string Name, object Value)[] parameters)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(kept.Folder, SqliteLog.FileName)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
