using System.CommandLine;
using Attest.Commands;

var root = new RootCommand("Attest reads what many outlets report and keeps one living page per story: what is confirmed, what is not, and why.")
{
    ServeCommand.Create(),
    BuildCommand.Create(),
    IngestCommand.Create(),
    FollowCommand.Create(),
    FeedsCommand.Create(),
    AlertsCommand.Create(),
    StoriesCommand.Create(),
    ShowCommand.Create(),
    ClaimCommand.Create(),
    ExportCommand.Create(),
    VerifyCommand.Create(),
    RemoveCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
};
ServeCommand.Prepare(root);
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        await Console.Error.WriteLineAsync(error.Message);
    await Console.Error.WriteLineAsync("See 'attest --help'.");
    return ExitCodes.WrongUsage;
}
// A server ends what it has begun when it is told to stop; its host gives requests 30 seconds, and the log is closed after them.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(45) });
