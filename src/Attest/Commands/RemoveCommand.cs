using System.CommandLine;
using Attest.Hosting;

namespace Attest.Commands;

/// <summary><c>attest remove</c>: removes the text of a report that must go.</summary>
internal static class RemoveCommand
{
    private const int MostCharacters = 300;

    public static Command Create()
    {
        var report = new Argument<string>("URL") { Description = "the report's address" };
        var why = new Option<string>("--why") { HelpName = "TEXT", Description = "why it must go; the page says it", Required = true };
        var data = DataFolder.Option();
        var command = new Command("remove", "Remove the text of a report that must go (law, privacy), of all its versions; a note with the reason stays in its place. Stop the server first.") { report, why, data };
        command.SetAction((parsed, cancel) => Terminal.RunAsync(() => RunAsync(parsed.GetValue(report)!, parsed.GetValue(why)!.Trim(), DataFolder.Of(parsed.GetValue(data)), cancel)));
        return command;
    }

    private static async Task<int> RunAsync(string report, string why, string folder, CancellationToken cancel)
    {
        if (why.Length is 0 or > MostCharacters || why.Any(char.IsControl))
        {
            await Console.Error.WriteLineAsync($"--why: say in one line of at most {MostCharacters} letters why the text must go");
            return ExitCodes.WrongUsage;
        }
        await using var newsroom = Newsroom.Open(folder, TimeProvider.System);
        if (await new TextRemoval(newsroom.Log, newsroom.Cache, TimeProvider.System).RemoveAsync(report, why, cancel) is not { } removed)
        {
            await Console.Error.WriteLineAsync($"{Terminal.Plain(report)}: there is no report at this address in {folder}");
            return ExitCodes.Failed;
        }
        await Console.Error.WriteLineAsync($"{Terminal.Counted(removed.Texts, "text")} removed, from {Terminal.Counted(removed.Stories, "story", "stories")}. Updates that were published stay as they were; backups made before still hold the text.");
        return ExitCodes.Done;
    }
}
