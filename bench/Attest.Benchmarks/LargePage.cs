using System.Diagnostics;
using System.Globalization;
using Attest.Hosting;
using Attest.Settings;
using Attest.Web.Server;

namespace Attest.Benchmarks;

/// <summary>
/// A story of 200 claims and 500 reports over a socket, as a reader waits for it: rendered anew for each request, as the first reader after a change has it, and then as it is kept. Budget: 40 ms.
/// <c>dotnet run -c Release --project bench/Attest.Benchmarks -- --large</c>
/// </summary>
internal static class LargePage
{
    private const int WarmUp = 60, Requests = 200;

    public static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("attest-bench-").FullName;
        var invented = new PageBenchmarks { Reports = 500 };
        invented.Make();
        await using (var newsroom = Newsroom.Open(folder, TimeProvider.System))
        {
            await using var app = SiteServer.Create(new ServedDesk(newsroom, null, WriteToken.Of(folder), TimeProvider.System) { Settings = new ServerSettings { Urls = "http://127.0.0.1:0", Gather = false } });
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
            int version = 0;
            for (int i = 0; i < WarmUp; i++)
                await GetAsync(client, newsroom, invented, ++version);
            var anew = new List<(double First, double Whole)>();
            var kept = new List<(double First, double Whole)>();
            long size = 0;
            for (int i = 0; i < Requests; i++)
            {
                var (first, whole, bytes) = await GetAsync(client, newsroom, invented, ++version);
                anew.Add((first, whole));
                (first, whole, size) = await GetAsync(client, newsroom, invented, version);
                kept.Add((first, whole));
                size = bytes;
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size:N0} bytes packed; milliseconds to the first byte and to the last, {Requests} requests each"));
            Console.WriteLine($"rendered anew  first {Of(anew.Select(a => a.First))}  last {Of(anew.Select(a => a.Whole))}");
            Console.WriteLine($"kept           first {Of(kept.Select(a => a.First))}  last {Of(kept.Select(a => a.Whole))}");
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(double First, double Whole, long Bytes)> GetAsync(HttpClient client, Newsroom newsroom, PageBenchmarks invented, int version)
    {
        if (newsroom.Shelf.Row(invented.Story.Id)?.Version != version)
            newsroom.Put(new Snapshot(invented.Story.Id, version, null, null, invented.Story));
        long began = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync($"/stories/{invented.Story.Slug}/", HttpCompletionOption.ResponseHeadersRead);
        double first = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        byte[] body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        return (first, Stopwatch.GetElapsedTime(began).TotalMilliseconds, body.Length);
    }

    private static string Of(IEnumerable<double> times)
    {
        double[] all = [.. times.Order()];
        return string.Create(CultureInfo.InvariantCulture, $"p50 {all[all.Length / 2]:F1} p99 {all[all.Length * 99 / 100]:F1}");
    }
}
