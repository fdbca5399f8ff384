using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Attest.Tests.Fetch.Rehearsal;

/// <summary>What is odd about a site of the rehearsed web.</summary>
internal enum Oddity
{
    None, OnlyDates, NoValidators, MovesForGood, RedirectsEachTime, AsksToWait, FailsForHours, Stalls, BreaksOff, WrongCharset, Bomb, Nested, EntityBomb,
    ClockAhead, ForbidsPages, Ends, AsksForTwoHours, Packs, LosesPages, LeadsAstray,
}

/// <summary>A site of the rehearsed web: one feed, its pages, and one oddity. What it answers depends on the fake clock alone.</summary>
internal sealed class RehearsedSite(int index, string host, string root, Article[] articles, FakeTimeProvider clock, DateTimeOffset start, TimeSpan timeout, PoliteCount polite)
{
    private readonly HashSet<string> stalled = [];

    /// <summary>What is odd about it.</summary>
    public Oddity Oddity => (Oddity)(index % Enum.GetValues<Oddity>().Length);

    /// <summary>Its articles.</summary>
    public Article[] Articles => articles;

    /// <summary>Address of its feed, as it was first published.</summary>
    public string FeedAddress => root + "/feed";

    private DateTimeOffset Now => clock.GetUtcNow();

    private TimeSpan Age => Now - start;

    // Trouble comes on the second day and lasts six hours.
    private bool InTrouble => Age > TimeSpan.FromHours(30) && Age < TimeSpan.FromHours(36);

    /// <summary>Answers a request.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        string path = http.Request.Path.Value ?? "/";
        var answer = http.Response;
        if (path == "/robots.txt")
        {
            string rules = Oddity == Oddity.ForbidsPages ? "User-agent: *\nDisallow: /news/" : "User-agent: *\nDisallow: /private";
            polite.Ruled(host, 200, rules);
            await answer.WriteAsync(rules);
        }
        else if (path is "/feed" or "/moved/feed" or "/elsewhere/feed")
            await FeedAsync(http, path);
        else if (articles.FirstOrDefault(a => a.Path == path) is { } article && article.At(Now) is { } version)
            await PageAsync(http, article, version);
        else
            answer.StatusCode = 404;
    }

    private async Task FeedAsync(HttpContext http, string path)
    {
        var answer = http.Response;
        switch (Oddity)
        {
            case Oddity.MovesForGood when path == "/feed" && Age > TimeSpan.FromHours(20):
                polite.Answered(host, path, new(DateTimeOffset.MinValue, HasMoved: true));
                answer.StatusCode = 308;
                answer.Headers.Location = "/moved/feed";
                return;
            case Oddity.RedirectsEachTime when path == "/feed":
                answer.StatusCode = 302;
                answer.Headers.Location = "/elsewhere/feed";
                return;
            case Oddity.AsksToWait when InTrouble:
                // A date in a header knows no parts of seconds.
                var until = Now.AddTicks(-(Now.Ticks % TimeSpan.TicksPerSecond)) + TimeSpan.FromHours(2);
                polite.Wait(host, until);
                answer.StatusCode = 429;
                answer.Headers.RetryAfter = index % 40 < 20 ? "7200" : until.ToString("r", CultureInfo.InvariantCulture);
                return;
            case Oddity.FailsForHours when InTrouble:
                answer.StatusCode = 500;
                return;
            case Oddity.Ends when Age > TimeSpan.FromHours(60):
                polite.Answered(host, path, new(DateTimeOffset.MinValue, IsGone: true));
                answer.StatusCode = 410;
                return;
            case Oddity.Stalls when InTrouble:
                await StallAsync(http);
                return;
        }
        int ttl = Oddity == Oddity.AsksForTwoHours ? 120 : 0;
        string text = Oddity switch
        {
            Oddity.Nested when InTrouble => InventedFeed.Nested,
            Oddity.EntityBomb when InTrouble => InventedFeed.EntityBomb,
            _ => InventedFeed.Write(root, index, articles, Now, Oddity == Oddity.ClockAhead ? TimeSpan.FromDays(365) : TimeSpan.Zero, index % 5 == 0 ? ttl : 0),
        };
        await DocumentAsync(http, path, Encoding.UTF8.GetBytes(text), Oddity == Oddity.WrongCharset ? "text/xml; charset=utf-16" : "application/xml", ttl);
    }

    private async Task PageAsync(HttpContext http, Article article, Version version)
    {
        if (Oddity == Oddity.LosesPages && Now - article.Versions[0].At > TimeSpan.FromHours(12))
        {
            http.Response.StatusCode = 404;
            return;
        }
        if (Oddity == Oddity.LeadsAstray && article.Event % 2 == 0)
        {
            http.Response.StatusCode = 302;
            http.Response.Headers.Location = article.Path;
            return;
        }
        if (Oddity == Oddity.Stalls && stalled.Add(article.Path))
        {
            await StallAsync(http);
            return;
        }
        await DocumentAsync(http, article.Path, Encoding.UTF8.GetBytes(InventedNews.Page(host, article, version)), "text/html; charset=utf-8", 0);
    }

    private async Task DocumentAsync(HttpContext http, string path, byte[] bytes, string type, int ttl)
    {
        var answer = http.Response;
        bool isFeed = path.EndsWith("feed", StringComparison.Ordinal);
        bool isBomb = Oddity == Oddity.Bomb && isFeed && InTrouble;
        string tag = isBomb ? "\"bomb\"" : "\"" + Convert.ToHexString(SHA256.HashData(bytes).AsSpan(0, 8)) + "\"";
        string day = new DateTimeOffset(start.Ticks + bytes.Length * TimeSpan.TicksPerSecond, TimeSpan.Zero).ToString("r", CultureInfo.InvariantCulture);
        bool tagged = Oddity is not (Oddity.OnlyDates or Oddity.NoValidators), dated = Oddity == Oddity.OnlyDates;
        answer.ContentType = type;
        if (tagged)
            answer.Headers.ETag = tag;
        if (dated)
            answer.Headers.LastModified = day;
        if (isFeed)
        {
            // Two thirds of a minute are lost where the format asks in minutes.
            var interval = !tagged && !dated ? TimeSpan.FromHours(1) : index % 5 == 0 && ttl > 0 ? TimeSpan.FromMinutes(ttl) : TimeSpan.FromMinutes(5);
            polite.Answered(host, path, new(Now + interval, tagged && !Breaks(path) ? tag : null, dated ? day : null));
        }
        if (tagged && http.Request.Headers.IfNoneMatch == tag || dated && http.Request.Headers.IfModifiedSince == day)
        {
            answer.StatusCode = 304;
            return;
        }
        if (isBomb)
            await BombAsync(http);
        else if (Breaks(path))
        {
            answer.ContentLength = bytes.Length;
            await answer.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
        }
        else if (Oddity == Oddity.Packs)
        {
            answer.Headers.ContentEncoding = index % 40 < 20 ? "gzip" : "br";
            await using Stream packed = index % 40 < 20 ? new GZipStream(answer.Body, CompressionLevel.Fastest) : new BrotliStream(answer.Body, CompressionLevel.Fastest);
            await packed.WriteAsync(bytes);
        }
        else
            await answer.Body.WriteAsync(bytes);
    }

    private bool Breaks(string path) => Oddity == Oddity.BreaksOff && InTrouble && path.EndsWith("feed", StringComparison.Ordinal);

    /// <summary>Forty kilobytes that unpack to forty megabytes.</summary>
    private static async Task BombAsync(HttpContext http)
    {
        http.Response.Headers.ContentEncoding = "gzip";
        await using var packed = new GZipStream(http.Response.Body, CompressionLevel.Optimal);
        var blanks = new byte[1 << 20];
        Array.Fill(blanks, (byte)' ');
        for (int i = 0; i < 40; i++)
            await packed.WriteAsync(blanks);
    }

    /// <summary>Answers nothing until the reader loses patience: the clock is put on to that moment.</summary>
    private async Task StallAsync(HttpContext http)
    {
        // For the reader the request is over at once; the server learns of it later, by its own clock.
        http.Items["over"] = true;
        polite.End(host);
        clock.Advance(timeout + TimeSpan.FromSeconds(1));
        await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
