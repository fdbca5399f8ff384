using System.CommandLine;
using Attest.Log;

namespace Attest.Commands;

/// <summary><c>attest backup</c>: copies the log to one file, while a server runs or not.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Required = true, HelpName = "FILE", Description = "where the copy is written" };
        var data = DataFolder.Option();
        var command = new Command("backup", "Copy the log to one file. Works while a server runs; the copy holds all that was acknowledged before.") { output, data };
        command.SetAction((parsed, _) => Terminal.RunAsync(async () =>
        {
            string file = parsed.GetValue(output)!;
            await using var log = SqliteLog.OpenToRead(DataFolder.Of(parsed.GetValue(data)));
            log.BackUp(file);
            await using var copy = SqliteLog.OpenFile(file);
            await Console.Error.WriteLineAsync($"{Terminal.Counted((int)copy.Newest, "entry", "entries")} in {file}");
            return ExitCodes.Done;
        }));
        return command;
    }
}
