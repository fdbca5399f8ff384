using System.CommandLine;

namespace Attest.Commands;

/// <summary>Where the log is: <c>--data</c>, else ATTEST_DATA, else <c>attest</c> in the user's data folder ($XDG_DATA_HOME, ~/.local/share).</summary>
internal static class DataFolder
{
    public const string Variable = "ATTEST_DATA";

    public static Option<string?> Option() => new("--data")
    {
        HelpName = "DIR",
        Description = $"the data folder (default: ${Variable}, else {Default()})",
    };

    /// <summary>The folder that is meant.</summary>
    public static string Of(string? given)
    {
        if (given is { Length: > 0 })
            return given;
        return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : Default();
    }

    private static string Default() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } user
            ? Path.Combine(user, "attest")
            : "attest-data"; // a user without a home, as in a container
}
