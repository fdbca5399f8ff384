using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Attest.Benchmarks;

/// <summary>
/// Readers of ten stories over server-sent events while reports of all of them come in, against a server that runs by itself: from the moment a report is due to be sent until each reader's socket has the event that it
/// joined. The schedule does not wait for a slow server, so that its slowness is counted whole. <c>… -- --live ADDRESS TOKEN VIEWERS REPORTS-A-SECOND SECONDS SERVER-PID</c>, the server with <c>--rate 100000</c>.
/// </summary>
internal static class LiveViewers
{
    // Ten fires in ten places: the router gives each its story.
    private static readonly string[] towns = ["Ostby", "Vell", "Aldmouth", "Talbrook", "Northwick", "Castorville", "Dorrand", "Sarn", "Mell", "Easterly"];
    private static readonly string[] sites = ["mill", "ferry terminal", "warehouse", "power plant", "museum", "hospital", "airport", "brewery", "school", "stadium"];

    private static readonly byte[] mark = "event: report"u8.ToArray(), standing = "event: now"u8.ToArray();

    private static readonly string[] outlets = [.. Enumerable.Range(1, 40).Select(i => $"Paper {i}")];

    private static readonly int[] milliseconds = new int[60_001];
    private static long[][] due = [];
    private static long bytes, seen, standingNow;

    public static async Task RunAsync(string[] args)
    {
        var address = new Uri(args[0]);
        int viewers = int.Parse(args[2], CultureInfo.InvariantCulture), rate = int.Parse(args[3], CultureInfo.InvariantCulture), seconds = int.Parse(args[4], CultureInfo.InvariantCulture);
        using var server = Process.GetProcessById(int.Parse(args[5], CultureInfo.InvariantCulture));
        using var own = Process.GetCurrentProcess();
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", args[1]);
        int number = 0;
        for (; number < 10 * towns.Length; number++)
            await PostAsync(client, number);
        string[] slugs = await SlugsAsync(client);
        int reports = rate * seconds / towns.Length * towns.Length;
        due = [.. towns.Select(_ => new long[reports / towns.Length])];
        using var stop = new CancellationTokenSource();
        var reading = new List<Task>(viewers);
        for (int v = 0; v < viewers; v++)
        {
            reading.Add(ViewAsync(address, slugs[v % towns.Length], due[v % towns.Length], stop.Token));
            if (v % 200 == 199)
                await Task.Delay(100);
        }
        while (Interlocked.Read(ref standingNow) < viewers)
            await Task.Delay(50);
        Interlocked.Exchange(ref bytes, 0);
        var (serverBefore, ownBefore, began) = (Used(server), Used(own), Stopwatch.GetTimestamp());
        for (int i = 0; i < reports; i++)
        {
            var wait = TimeSpan.FromSeconds((double)i / rate) - Stopwatch.GetElapsedTime(began);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait);
            due[number % towns.Length][i / towns.Length] = began + (long)((double)i / rate * Stopwatch.Frequency);
            await PostAsync(client, number++);
        }
        double took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        long all = (long)viewers * (reports / towns.Length);
        for (var patience = Stopwatch.StartNew(); Interlocked.Read(ref seen) < all && patience.Elapsed < TimeSpan.FromSeconds(30);)
            await Task.Delay(20);
        double until = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{viewers} viewers of {towns.Length} stories, {reports} reports in {took:F1} s; {Interlocked.Read(ref seen)} of {all} events; p50 {At(0.5)} ms, p99 {At(0.99)} ms, most {At(1)} ms; {Interlocked.Read(ref bytes) / 1024.0 / viewers:F1} KB each; "
            + $"of a core: server {(Used(server) - serverBefore).TotalSeconds / until:F2}, this {(Used(own) - ownBefore).TotalSeconds / until:F2}"));
        await stop.CancelAsync();
        await Task.WhenAll(reading);
    }

    private static TimeSpan Used(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    private static int At(double share)
    {
        long rest = (long)Math.Ceiling(milliseconds.Sum(m => (long)m) * share);
        int at = 0;
        for (long sum = 0; at < milliseconds.Length - 1 && (sum += milliseconds[at]) < rest; at++)
        {
        }
        return at;
    }

    private static async Task PostAsync(HttpClient client, int number)
    {
        string town = towns[number % towns.Length], site = sites[number % towns.Length];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"A fire broke out at the {site} in {town} on Monday, police said. About {100 + number} people left their homes near the {site}, according to the {town} fire brigade. ");
        text.Append(CultureInfo.InvariantCulture, $"The road to {town} was shut for {2 + (number % 9)} hours. Smoke from the {site} reached the harbour of {town} in the evening, residents said. Anna Berg, the owner of the {site}, told {outlets[number / towns.Length % 40]} that {number} machines were lost. ");
        text.Append(CultureInfo.InvariantCulture, $"No one was injured in {town}, the fire brigade said. The cause of the fire is not known. State inspectors will visit the {site} on Thursday.");
        string line = JsonSerializer.Serialize(new
        {
            url = string.Create(CultureInfo.InvariantCulture, $"https://paper{1 + (number / towns.Length % 40)}.example/{number}"),
            outlet = outlets[number / towns.Length % 40],
            title = $"Fire at the {site} in {town}",
            text = text.ToString(),
        });
        using var body = new StringContent(line + "\n", Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync("/api/v1/reports?question=" + Uri.EscapeDataString(Question(number)), body);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.Created))
            throw new HttpRequestException($"the server answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static string Question(int number) => $"What is known about the fire at the {sites[number % towns.Length]} in {towns[number % towns.Length]}?";

    private static async Task<string[]> SlugsAsync(HttpClient client)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(200))
        {
            using var list = JsonDocument.Parse(await client.GetStringAsync("/api/v1/stories"));
            var shown = list.RootElement.GetProperty("stories").EnumerateArray().Where(s => s.GetProperty("reports").GetInt32() >= 10)
                .ToDictionary(s => s.GetProperty("question").GetString()!, s => s.GetProperty("slug").GetString()!, StringComparer.Ordinal);
            if (Enumerable.Range(0, towns.Length).All(t => shown.ContainsKey(Question(t))))
                return [.. Enumerable.Range(0, towns.Length).Select(t => shown[Question(t)])];
        }
        throw new InvalidOperationException("the server does not show all stories with their first reports after a minute");
    }

    private static async Task ViewAsync(Uri address, string slug, long[] due, CancellationToken stop)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port, stop);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /api/v1/stories/{slug}/changes HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/event-stream\r\n\r\n"), SocketFlags.None, stop);
        byte[] buffer = new byte[4096];
        int kept = 0, reports = 0;
        bool stands = false;
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(kept), SocketFlags.None, stop) is > 0 and var read)
            {
                long now = Stopwatch.GetTimestamp();
                Interlocked.Add(ref bytes, read);
                var window = buffer.AsSpan(0, kept + read);
                if (!stands && window.IndexOf(standing) >= 0)
                {
                    stands = true;
                    Interlocked.Increment(ref standingNow);
                }
                int at = 0;
                for (int next; stands && (next = window[at..].IndexOf(mark)) >= 0; at += next + mark.Length)
                    if (reports < due.Length)
                    {
                        int late = (int)Math.Clamp(Stopwatch.GetElapsedTime(due[reports++], now).TotalMilliseconds, 0, milliseconds.Length - 1);
                        Interlocked.Increment(ref milliseconds[late]);
                        Interlocked.Increment(ref seen);
                    }
                // A mark may end in the next read.
                kept = Math.Min(mark.Length - 1, window.Length - at);
                window[^kept..].CopyTo(buffer);
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }
}
