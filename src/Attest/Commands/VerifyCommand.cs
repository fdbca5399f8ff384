using System.CommandLine;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Commands;

/// <summary><c>attest verify</c>: checks the log from its bytes and derives every story anew.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var data = DataFolder.Option();
        var command = new Command("verify", "Re-read the log, check its chain and texts, rebuild every story and compare it byte for byte with what was published. Works while a server runs.") { data };
        command.SetAction((parsed, cancel) => Terminal.RunAsync(() => RunAsync(DataFolder.Of(parsed.GetValue(data)), cancel)));
        return command;
    }

    private static async Task<int> RunAsync(string folder, CancellationToken cancel)
    {
        await using var log = SqliteLog.OpenToRead(folder);
        Verified found = null!;
        await Terminal.WithProgressAsync("rebuilding", async done => found = await Task.Run(() => Verification.Of(log, done, cancel), cancel));
        if (found.Broken is not null)
        {
            await Console.Error.WriteLineAsync($"{found.Why}\nThe {Terminal.Counted((int)found.Entries, "entry", "entries")} before it hold. Restore the newest backup with 'attest restore'.");
            return ExitCodes.Failed;
        }
        await Console.Out.WriteLineAsync($"{Terminal.Counted((int)found.Entries, "entry", "entries")} hold; {Terminal.Counted(found.Stories, "story", "stories")} rebuilt to the same bytes");
        if (found.RemovedTexts > 0)
            await Console.Out.WriteLineAsync($"{Terminal.Counted(found.RemovedTexts, "report")} without its text, which was removed");
        if (found.ToldOtherwise > 0)
            await Console.Out.WriteLineAsync($"{Terminal.Counted(found.ToldOtherwise, "story", "stories")} published by another version of Attest, which this one would tell otherwise; what was published stays");
        return ExitCodes.Done;
    }
}
