using Attest.Settings;

namespace Attest.Tests.Settings;

/// <summary>One table of settings, three ways to set each, and a page that lists exactly those.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void A_flag_goes_before_the_environment_the_environment_before_the_file_and_the_file_before_the_default()
    {
        File.WriteAllText(file, """{ "contact": "file@a.example", "parallel": 3, "gather": false, "allowHosts": ["one.example", "two.example"], }""");
        string? Set(string name) => name switch { "ATTEST_CONTACT" => "environment@a.example", "ATTEST_PARALLEL" => "4", _ => null };
        var settings = Assert.IsType<SettingsRead.Done>(SettingsReader.Read(new Dictionary<string, string> { ["contact"] = "flag@a.example" }, Set, file)).Settings;
        Assert.Equal(("flag@a.example", 4, false, new ServerSettings().Urls), (settings.Contact, settings.Parallel, settings.Gather, settings.Urls));
        Assert.True(settings.Fetch.AllowedHosts.SetEquals(["One.Example", "two.example"]));
    }

    [Theory]
    [InlineData("""{ "paralel": 3 }""", "paralel")]
    [InlineData("""{ "parallel": 0 }""", "1 to 256")]
    [InlineData("""{ "gather": "perhaps" }""", "on, off")]
    [InlineData("""[]""", "no object")]
    [InlineData("""{ "gather": """, "settings")]
    public void What_is_wrong_is_named_with_its_place_and_what_it_may_be(string json, string says)
    {
        File.WriteAllText(file, json);
        string why = Assert.IsType<SettingsRead.Wrong>(SettingsReader.Read(new Dictionary<string, string>(), _ => null, file)).Why;
        Assert.Contains(file, why, StringComparison.Ordinal);
        if (says != "settings")
            Assert.Contains(says, why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hub_without_the_sites_own_address_is_refused_since_it_could_name_no_feed()
    {
        string why = Assert.IsType<SettingsRead.Wrong>(SettingsReader.Read(new Dictionary<string, string> { ["hub"] = "https://hub.example/" }, _ => null, file + "-none")).Why;
        Assert.Contains("site", why, StringComparison.Ordinal);
        Assert.NotNull(Assert.IsType<SettingsRead.Done>(SettingsReader.Read(new Dictionary<string, string> { ["hub"] = "https://hub.example/", ["site"] = "https://news.example/" }, _ => null, file + "-none")).Settings.HubLinks);
    }

    [Fact]
    public void The_page_of_settings_lists_exactly_the_table()
    {
        using var page = new StreamReader(typeof(SettingsTests).Assembly.GetManifestResourceStream("settings.md")!);
        string[] rows = [.. page.ReadToEnd().Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal))];
        Assert.Equal(SettingsTable.Rows.Select(r => $"| `{r.Name}` | `{r.Variable}` | `{r.Flag}` | {r.Default} | {r.Values} | {r.Meaning} |"), rows);
    }

    [Fact]
    public void The_defaults_of_the_table_are_the_defaults_of_the_program() => Assert.All(SettingsTable.Rows.Where(r => r.Default != "none"), row =>
    {
        var defaults = new ServerSettings();
        Assert.Equal(defaults, row.Take(defaults, row.Default));
    });
}
