using System.CommandLine;

namespace Attest.Settings;

/// <summary>The settings as flags of a command.</summary>
internal sealed class SettingFlags
{
    private readonly (Setting Row, Option<string?> Option)[] flags =
        [.. SettingsTable.Rows.Select(r => (r, new Option<string?>(r.Flag) { HelpName = r.Values, Description = $"{r.Meaning} (default {r.Default}; also {r.Variable})" }))];

    /// <summary>Adds the flags to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var (_, option) in flags)
            command.Add(option);
    }

    /// <summary>The values of those that were given, by the settings' names.</summary>
    public Dictionary<string, string> Given(ParseResult parsed) => flags
        .Select(f => (f.Row.Name, Value: parsed.GetValue(f.Option)))
        .Where(f => f.Value is not null)
        .ToDictionary(f => f.Name, f => f.Value!, StringComparer.Ordinal);
}
