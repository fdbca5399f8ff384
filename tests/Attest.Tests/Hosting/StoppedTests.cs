using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Tests.Hosting;

/// <summary>Told to stop (SIGTERM) in the midst of its work, the program ends what it has acknowledged, closes the log and is gone.</summary>
public sealed class StoppedTests : IDisposable
{
    private readonly Kept kept = new();

    public void Dispose() => kept.Dispose();

    [Fact]
    public async Task A_server_that_is_told_to_stop_keeps_what_it_acknowledged_and_ends_well()
    {
        var acknowledged = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        using (var child = Child.Start("serve", "--data", kept.Folder, "--urls", "http://127.0.0.1:0"))
        {
            var (address, token) = await child.UpAsync(isFirst: true);
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var enough = new SemaphoreSlim(0);
            var senders = Enumerable.Range(0, 4).Select(sender => Task.Run(() => SendAsync(client, sender, acknowledged, enough))).ToArray();
            var reader = Task.Run(() => ReadAsync(client));
            for (int i = 0; i < 12; i++)
                await enough.WaitAsync(TimeSpan.FromMinutes(1));
            child.Stop();
            var (code, _, errors) = await child.EndAsync();
            await Task.WhenAll([.. senders, reader]);
            Assert.True(code == 0, $"{code}: {errors}");
            Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        }
        // The log was closed: nothing waits beside it to be taken up.
        Assert.False(File.Exists(Path.Combine(kept.Folder, SqliteLog.FileName + "-wal")));
        await using var newsroom = kept.Open();
        Assert.Null(Chain.Follow(newsroom.Log).Broken);
        var reports = newsroom.Log.Read().Where(e => e.Kind == EntryKinds.Report).Select(e => LogJson.Read<ReportBody>(e.Body).Report.Url).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(acknowledged.Keys.Except(reports, StringComparer.Ordinal));
        Assert.NotEmpty(acknowledged);
    }

    [Fact]
    public async Task An_ingest_that_is_told_to_stop_says_so_and_the_next_goes_on()
    {
        string file = Path.Combine(kept.Folder, "many.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 400).Select(i => Line(i, string.Join(' ', Enumerable.Repeat($"{i % 90 + 2} people were hurt when a bus left the road near Tessin on Monday, police said.", 20)))));
        using (var child = Child.Start("ingest", file, "--data", kept.Folder))
        {
            string log = Path.Combine(kept.Folder, SqliteLog.FileName);
            while (!child.HasExited && !Holds(log))
                await Task.Yield();
            child.Stop();
            var (code, _, errors) = await child.EndAsync();
            Assert.Equal(1, code);
            Assert.Contains("stopped; what was acknowledged is kept", errors, StringComparison.Ordinal);
        }
        await using var newsroom = kept.Open();
        Assert.Null(Chain.Follow(newsroom.Log).Broken);
        Assert.Equal(400, newsroom.Log.Read().Count(e => e.Kind == EntryKinds.Report));
    }

    /// <summary>Whether the log holds all reports; while it is being made it cannot be asked.</summary>
    private static bool Holds(string file)
    {
        try
        {
            if (!File.Exists(file))
                return false;
            using var log = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
            log.Open();
            using var count = log.CreateCommand();
            count.CommandText = "SELECT count(*) FROM entry WHERE kind = 'report'";
            return count.ExecuteScalar() is 400L;
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            return false;
        }
    }

    private static async Task SendAsync(HttpClient client, int sender, ConcurrentDictionary<string, bool> acknowledged, SemaphoreSlim enough)
    {
        try
        {
            for (int i = 0; ; i++)
            {
                string[] lines = [.. Enumerable.Range(0, 3).Select(n => Line((sender * 100_000) + (i * 3) + n, $"{n + 2} people were hurt when a bus left the road near Tessin{sender} on Monday, police said."))];
                using var answer = await client.PostAsync("/api/v1/reports", new StringContent(string.Join('\n', lines)));
                if (answer.StatusCode != HttpStatusCode.Accepted)
                    return;
                for (int n = 0; n < 3; n++)
                    acknowledged[Url((sender * 100_000) + (i * 3) + n)] = true;
                enough.Release();
            }
        }
        catch (HttpRequestException)
        {
            // It has stopped.
        }
    }

    private static async Task ReadAsync(HttpClient client)
    {
        try
        {
            while (true)
                await client.GetStringAsync("/");
        }
        catch (HttpRequestException)
        {
            // It has stopped.
        }
    }

    private static string Url(int number) => $"https://outlet{number % 7}.example/a/{number}";

    private static string Line(int number, string text) =>
        $$"""{"url":"{{Url(number)}}","title":"Bus leaves road near Tessin","published":"2026-03-02T08:{{number / 60 % 60:00}}:{{number % 60:00}}Z","text":"{{text}}"}""";
}
