using System.CommandLine;
using Attest.Commands;

var root = new RootCommand("Attest reads what many outlets report and keeps one living page per story: what is confirmed, what is not, and why.")
{
    ServeCommand.Create(),
    BuildCommand.Create(),
    IngestCommand.Create(),
    FollowCommand.Create(),
    FeedsCommand.Create(),
    StoriesCommand.Create(),
    ShowCommand.Create(),
    ClaimCommand.Create(),
    ExportCommand.Create(),
    VerifyCommand.Create(),
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
return await parsed.InvokeAsync();
