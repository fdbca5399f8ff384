using System.Diagnostics;
using System.Globalization;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Benchmarks;

/// <summary>
/// How long an append waits for its acknowledgement while 20,000 a second come in, whether or not the ones before are done: <c>-- --waits</c>. Budget: 20 ms for 99 of 100.
/// </summary>
internal static class AppendWaits
{
    private const int ASecond = 20_000, Seconds = 10, EachTurn = 20;

    private static readonly string step = LogJson.Write(new JoinedBody(new string('r', 80), DateTimeOffset.UnixEpoch, "it tells of the same event"));

    public static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("attest-bench-").FullName;
        await using (var log = SqliteLog.Open(folder))
        {
            await Task.Factory.StartNew(() => Send(log, ASecond), TaskCreationOptions.LongRunning).Unwrap(); // warm
            double[] waits = await Task.Factory.StartNew(() => Send(log, ASecond * Seconds), TaskCreationOptions.LongRunning).Unwrap();
            Array.Sort(waits);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{waits.Length} appends at {ASecond} a second: half waited {waits[waits.Length / 2]:F1} ms, 99 of 100 at most {waits[waits.Length * 99 / 100]:F1} ms, the longest {waits[^1]:F1} ms"));
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Sends at a fixed pace and gives each append's wait in milliseconds, counted from when it was due.</summary>
    private static async Task<double[]> Send(SqliteLog log, int count)
    {
        string run = Guid.NewGuid().ToString("N");
        var sent = new Task<double>[count];
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((i - (i % EachTurn)) / (double)ASecond);
            while (clock.Elapsed < due)
                Thread.Sleep(1);
            int number = i;
            sent[i] = Append(new NewEntry(FormattableString.Invariant($"{run}-{number % 1000}"), (number / 1000) + 1, EntryKinds.Joined, DateTimeOffset.UnixEpoch, step), due);
        }
        return await Task.WhenAll(sent);

        async Task<double> Append(NewEntry entry, TimeSpan due)
        {
            if (await log.AppendAsync([entry], CancellationToken.None) is not Appended.Done)
                throw new InvalidOperationException("not appended");
            return (clock.Elapsed - due).TotalMilliseconds;
        }
    }
}
