using System.CommandLine;
using Attest.Engine.Publishing;
using Attest.Hosting;

namespace Attest.Commands;

/// <summary><c>attest claim</c>: one claim with all of its evidence.</summary>
internal static class ClaimCommand
{
    public static Command Create()
    {
        var claim = new Argument<string>("ID") { Description = "the claim's id, as 'attest show' prints it" };
        var json = Options.Json();
        var data = DataFolder.Option();
        var command = new Command("claim", "Show a claim: its standing, why it stands so, and the words of the reports behind it.") { claim, json, data };
        command.SetAction((parsed, _) => Terminal.RunAsync(() => RunAsync(parsed.GetValue(claim)!, parsed.GetValue(json), DataFolder.Of(parsed.GetValue(data)))));
        return command;
    }

    private static async Task<int> RunAsync(string claim, bool json, string folder)
    {
        await using var newsroom = Newsroom.OpenToRead(folder, TimeProvider.System);
        if (newsroom.Archive.Claim(claim) is not { } found)
        {
            await Console.Error.WriteLineAsync($"{claim}: there is no such claim in {folder}; 'attest show STORY' lists a story's claims");
            return ExitCodes.Failed;
        }
        if (json)
            await Terminal.WriteAsync(StoryJson.Write(found.Claim));
        else
            StoryView.Write(found, Terminal.Out());
        return ExitCodes.Done;
    }
}
