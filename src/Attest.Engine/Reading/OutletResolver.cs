using Attest.Engine.Model;

namespace Attest.Engine.Reading;

/// <summary>What a report's line and page tell of its outlet.</summary>
/// <param name="Host">Host of the report's address, as <see cref="WebAddress.Canonical.Host"/>.</param>
/// <param name="Name">Name on the input line.</param>
/// <param name="Kind">Kind on the input line.</param>
/// <param name="Family">Owner on the input line.</param>
/// <param name="PageName">Name that the page's metadata gives.</param>
/// <param name="PageKind">Kind that the page's metadata gives.</param>
/// <param name="PageFamily">Owner that the page's metadata gives (its publisher's parent organisation).</param>
public sealed record OutletClues(
    string Host,
    string? Name = null,
    OutletKind? Kind = null,
    string? Family = null,
    string? PageName = null,
    OutletKind? PageKind = null,
    string? PageFamily = null);

/// <summary>
/// Makes an outlet of what is known of it. Kind and family each come from the first of:
/// <list type="number">
/// <item>the operator's table;</item>
/// <item>the shipped table;</item>
/// <item>the input line;</item>
/// <item>the page's metadata;</item>
/// <item>for the kind its name ("… Police Department") or what its host's suffix is kept for, for the family its registrable domain.</item>
/// </list>
/// Tables go by host first, then by exact name: a page that calls itself Reuters elsewhere is no second witness beside Reuters.
/// </summary>
public static class OutletResolver
{
    /// <summary>The outlet that some clues lead to.</summary>
    /// <param name="clues">What line and page tell.</param>
    /// <param name="operators">The operator's table, if there is one.</param>
    public static Outlet Resolve(OutletClues clues, OutletTable? operators = null)
    {
        ArgumentNullException.ThrowIfNull(clues);
        string? given = Clean(clues.Name) ?? Clean(clues.PageName);
        var own = Find(operators ?? OutletTable.Empty, clues.Host, given);
        var shipped = Find(OutletTable.Shipped, clues.Host, given);
        string name = given ?? own?.Row.Name ?? shipped?.Row.Name ?? clues.Host;

        var (kind, from) = own?.Row.Kind is { } k1 ? (k1, OutletFactSource.Operator)
            : shipped?.Row.Kind is { } k2 ? (k2, OutletFactSource.Shipped)
            : clues.Kind is { } k3 and not OutletKind.Unknown ? (k3, OutletFactSource.Input)
            : clues.PageKind is { } k4 and not OutletKind.Unknown ? (k4, OutletFactSource.Page)
            : OutletKinds.FromName(name) is { } k5 ? (k5, OutletFactSource.Name)
            : RegistrableDomain.IsOfAuthorities(clues.Host) ? (OutletKind.Official, OutletFactSource.Name)
            : RegistrableDomain.IsLent(clues.Host) ? (OutletKind.Blog, OutletFactSource.Name)
            : (OutletKind.Unknown, OutletFactSource.None);
        string family = own?.Row.Family ?? shipped?.Row.Family ?? Clean(clues.Family) ?? Clean(clues.PageFamily) ?? RegistrableDomain.Of(clues.Host);
        bool tableSaysHost = own is { ByHost: true } || shipped is { ByHost: true };
        return new Outlet(name, clues.Host, kind, family, from, tableSaysHost || HostBearsOut.Says(clues.Host, name));
    }

    private static (OutletRow Row, bool ByHost)? Find(OutletTable table, string host, string? name) =>
        table.ByHost(host) is { } row ? (row, true)
        : name is not null && table.ByName(name) is { } named ? (named, false)
        : null;

    private static string? Clean(string? text) =>
        ShortLine.Of(text ?? "") is { Length: > 0 } clean ? clean : null;
}
