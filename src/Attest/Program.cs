using System.CommandLine;
using Attest.Commands;

var root = new RootCommand("Attest reads what many outlets report and keeps one living page per story: what is confirmed, what is not, and why.")
{
    BuildCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("See 'attest --help'.");
    return ExitCodes.WrongUsage;
}
return await parsed.InvokeAsync();
