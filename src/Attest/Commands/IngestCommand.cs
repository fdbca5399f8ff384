using System.CommandLine;
using Attest.Hosting;
using Attest.Input;

namespace Attest.Commands;

/// <summary><c>attest ingest</c>: takes reports from files into the data folder.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var files = BuildCommand.Files();
        var data = DataFolder.Option();
        var question = new Option<string?>("--question") { HelpName = "TEXT", Description = "follow this question: only reports that bear on it make its story, the others are kept and left out" };
        var now = Options.Time("--now", "what counts as now; later times are taken for wrong clocks (default: the latest time of the input)");
        var command = new Command("ingest", "Take reports into the data folder: kept, placed in their stories, weighed and published. The same report is kept once, however often it comes.")
        {
            files, data, question, now,
        };
        command.SetAction((parsed, cancel) => Terminal.RunAsync(() => RunAsync(
            parsed.GetValue(files)!, DataFolder.Of(parsed.GetValue(data)), parsed.GetValue(question), parsed.GetValue(now), cancel)));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, string folder, string? question, DateTimeOffset? now, CancellationToken cancel)
    {
        var input = InputFiles.Read(files);
        foreach (var bad in input.Bad)
            await Console.Error.WriteLineAsync(bad.ToString());
        if (input.Lines.Count == 0)
        {
            await Console.Error.WriteLineAsync($"no report could be read ({Terminal.Counted(input.Bad.Count, "bad line")}): see the lines above");
            return ExitCodes.Failed;
        }
        await using var newsroom = Newsroom.Open(folder, TimeProvider.System);
        var taken = await newsroom.AcceptAsync([.. input.Lines.Select(l => l.Line)], now, isLive: false, question, cancel);
        foreach (var (line, wrong) in taken.Refused)
            await Console.Error.WriteLineAsync($"{input.Lines[line].Place}: {wrong}");
        int skipped = input.Bad.Count + taken.Refused.Length;
        if (taken.Accepted + taken.Known == 0)
        {
            await Console.Error.WriteLineAsync($"no report could be read ({Terminal.Counted(skipped, "bad line")}): see the lines above");
            return ExitCodes.Failed;
        }
        await Terminal.WithProgressAsync("reading", read => newsroom.PlaceAsync(show: false, cancel, read));
        int published = 0;
        await Terminal.WithProgressAsync("publishing", done => newsroom.SettleAsync(taken.Now, everywhere: true, cancel, (_, all) => done(Interlocked.Increment(ref published), all)));
        foreach (var (url, cause) in newsroom.NotAnalysed())
            await Console.Error.WriteLineAsync($"not analysed: {url}: an error of Attest itself ({cause}); it is kept, flagged, and states nothing until another version of Attest reads it");
        await Console.Error.WriteLineAsync(
            $"{Terminal.Counted(taken.Accepted, "new report")}"
            + (taken.Known > 0 ? $", {taken.Known} known before" : "")
            + (skipped > 0 ? $" ({Terminal.Counted(skipped, "bad line")} skipped)" : "")
            + $"; {Terminal.Counted(published, "story", "stories")} published in {folder}");
        return ExitCodes.Done;
    }
}
