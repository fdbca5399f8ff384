using System.CommandLine;
using System.Globalization;

namespace Attest.Commands;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    /// <summary>Whether the contract's JSON is printed in place of text.</summary>
    public static Option<bool> Json() => new("--json") { Description = "print JSON" };

    /// <summary>An option that takes a time, RFC 3339; UTC where it names no zone.</summary>
    public static Option<DateTimeOffset?> Time(string name, string description) => new(name)
    {
        HelpName = "TIME",
        Description = description + " (RFC 3339, e.g. 2026-11-23T10:40:00Z)",
        CustomParser = result =>
        {
            string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
                return time;
            result.AddError($"{name}: '{text}' is not a time; write it as 2026-11-23T10:40:00Z");
            return null;
        },
    };
}
