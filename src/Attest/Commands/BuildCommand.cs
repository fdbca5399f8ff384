using System.CommandLine;
using Attest.Engine;
using Attest.Engine.Publishing;
using Attest.Engine.Reading;
using Attest.Input;
using Attest.Web;

namespace Attest.Commands;

/// <summary><c>attest build</c>: reads reports from files, weighs them and writes a static site with its JSON.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var files = Files();
        var output = new Option<string>("--out") { Required = true, HelpName = "DIR", Description = "where the site is written" };
        var question = new Option<string?>("--question") { HelpName = "TEXT", Description = "make one story of all reports that bear on this question" };
        var asOf = Options.Time("--as-of", "leave out all that came later");
        var now = Options.Time("--now", "what counts as now; later times are taken for wrong clocks (default: the latest time of the input)");
        var command = new Command("build", "Read reports, weigh them, and write a static site and its JSON.") { files, output, question, asOf, now };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(files)!, parsed.GetValue(output)!, parsed.GetValue(question), parsed.GetValue(asOf), parsed.GetValue(now), cancel));
        return command;
    }

    /// <summary>The files that reports are read from.</summary>
    public static Argument<string[]> Files() => new("FILE") { Arity = ArgumentArity.OneOrMore, Description = "JSON Lines files, saved pages (.html), folders or globs" };

    private static async Task<int> RunAsync(
        string[] files, string output, string? question, DateTimeOffset? asOf, DateTimeOffset? now, CancellationToken cancel)
    {
        var input = InputFiles.Read(files);
        foreach (var bad in input.Bad)
            await Console.Error.WriteLineAsync(bad.ToString());
        var intake = Intake.Of([.. input.Lines.Select(l => l.Line)], now);
        foreach (var (line, wrong) in intake.Refused)
            await Console.Error.WriteLineAsync($"{input.Lines[line].Place}: {wrong}");
        int skipped = input.Bad.Count + intake.Refused.Length;
        if (intake.Reports.IsEmpty)
        {
            await Console.Error.WriteLineAsync($"no report could be read ({Terminal.Counted(skipped, "bad line")}): see the lines above");
            return ExitCodes.Failed;
        }

        var edition = Edition.Of(intake, question, asOf, cancel);
        foreach (var (report, why) in edition.LeftOut)
            await Console.Error.WriteLineAsync($"left out: {report.Url}: {why}");
        foreach (var (report, why) in edition.Failed)
            await Console.Error.WriteLineAsync($"not analysed: {report.Url}: an error of Attest itself ({why}); it is kept, flagged, and states nothing: please report it");
        var site = await Site.RenderAsync([.. edition.Stories.Select(Publisher.Publish)]);
        try
        {
            foreach (var file in site)
                Write(Path.Combine(output, file.Path.Replace('/', Path.DirectorySeparatorChar)), file.Content.Span);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{output}: cannot be written: {e.Message}");
            return ExitCodes.Failed;
        }
        if (edition.Stories.IsEmpty)
            await Console.Error.WriteLineAsync("no report bears on the question: ask in words that the reports use, or leave --question out to find the stories in them");
        await Console.Error.WriteLineAsync(
            $"{Terminal.Counted(edition.Stories.Sum(s => s.Reports.Select(r => r.Report.Id).Distinct().Count()), "report")}"
            + (skipped > 0 ? $" ({Terminal.Counted(skipped, "bad line")} skipped)" : "")
            + $" in {Terminal.Counted(edition.Stories.Length, "story", "stories")}: {Path.Combine(output, "index.html")}");
        return ExitCodes.Done;
    }

    /// <summary>A reader of the folder never sees half a file.</summary>
    private static void Write(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string draft = path + ".part";
        File.WriteAllBytes(draft, content);
        File.Move(draft, path, overwrite: true);
    }
}
