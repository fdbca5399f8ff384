using System.Text.Json;

namespace Attest.Settings;

/// <summary>What reading the settings came to.</summary>
internal abstract record SettingsRead
{
    private SettingsRead()
    {
    }

    /// <summary>They hold.</summary>
    internal sealed record Done(ServerSettings Settings) : SettingsRead;

    /// <summary>One is wrong; the message names where it stands and what it may be.</summary>
    internal sealed record Wrong(string Why) : SettingsRead;
}

/// <summary>Reads the settings: a flag before the environment, the environment before the file, the file before the default.</summary>
internal static class SettingsReader
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "settings.json";

    /// <summary>Reads the settings.</summary>
    /// <param name="flags">Value of each flag that was given, by the setting's name.</param>
    /// <param name="variable">The environment.</param>
    /// <param name="file">Path of the settings file; one that is not there sets nothing.</param>
    public static SettingsRead Read(IReadOnlyDictionary<string, string> flags, Func<string, string?> variable, string file)
    {
        Dictionary<string, string> filed;
        try
        {
            filed = File.Exists(file) ? Filed(File.ReadAllBytes(file)) : [];
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return new SettingsRead.Wrong($"{file}: {e.Message}");
        }
        if (filed.Keys.FirstOrDefault(k => SettingsTable.Rows.All(r => r.Name != k)) is { } unknown)
            return new SettingsRead.Wrong($"{file}: there is no setting “{unknown}”; docs/settings.md lists all");
        var settings = new ServerSettings();
        foreach (var row in SettingsTable.Rows)
        {
            var (value, place) = flags.TryGetValue(row.Name, out string? flag) ? (flag, row.Flag)
                : variable(row.Variable) is { Length: > 0 } set ? (set, row.Variable)
                : filed.TryGetValue(row.Name, out string? kept) ? (kept, $"{file}, {row.Name}")
                : (null, "");
            if (value is null)
                continue;
            if (row.Take(settings, value) is not { } taken)
                return new SettingsRead.Wrong($"{place}: “{value}” is not one of: {row.Values}");
            settings = taken;
        }
        return settings is { Hub: not null, Site: null }
            ? new SettingsRead.Wrong("hub: give site as well, the site’s public address: a hub knows feeds by whole addresses")
            : new SettingsRead.Done(settings);
    }

    private static Dictionary<string, string> Filed(byte[] json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new JsonException("the file holds no object: write {\"contact\": \"editor@example.org\"}");
        return document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind switch
        {
            JsonValueKind.Array => string.Join(',', p.Value.EnumerateArray().Select(v => v.ToString())),
            _ => p.Value.ToString(),
        }, StringComparer.Ordinal);
    }
}
