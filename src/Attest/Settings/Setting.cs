namespace Attest.Settings;

/// <summary>A row of the table of settings.</summary>
/// <param name="Name">Its name in the settings file.</param>
/// <param name="Default">What holds where nothing is set.</param>
/// <param name="Values">What it may be, in words.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="Take">The settings with a value; null where it is none.</param>
internal sealed record Setting(string Name, string Default, string Values, string Meaning, Func<ServerSettings, string, ServerSettings?> Take)
{
    /// <summary>Its environment variable: "allowHosts" is ATTEST_ALLOW_HOSTS.</summary>
    public string Variable => "ATTEST_" + Parted('_').ToUpperInvariant();

    /// <summary>Its flag: "allowHosts" is --allow-hosts.</summary>
    public string Flag => "--" + Parted('-').ToLowerInvariant();

    private string Parted(char by) => string.Concat(Name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"{by}{c}" : c.ToString()));
}
