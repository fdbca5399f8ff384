namespace Attest.Engine.Model;

/// <summary>What kind of publisher an outlet is.</summary>
public enum OutletKind
{
    /// <summary>Not known: counts as a newsroom of its own family.</summary>
    Unknown,

    /// <summary>A news agency whose copy others reprint.</summary>
    Agency,

    /// <summary>A newspaper or magazine.</summary>
    Newspaper,

    /// <summary>Radio or television.</summary>
    Broadcaster,

    /// <summary>A public authority that publishes its own records.</summary>
    Official,

    /// <summary>A company that publishes about itself.</summary>
    Company,

    /// <summary>One person's or a group's blog.</summary>
    Blog,

    /// <summary>Collects what others wrote; never a newsroom of its own.</summary>
    Aggregator,

    /// <summary>Checks claims of others.</summary>
    Factchecker,
}

/// <summary>Where the knowledge of an outlet's kind or family comes from, strongest first.</summary>
public enum OutletFactSource
{
    /// <summary>The operator's own table.</summary>
    Operator,

    /// <summary>The table of well-known outlets that ships with the engine.</summary>
    Shipped,

    /// <summary>The input line.</summary>
    Input,

    /// <summary>The page's metadata.</summary>
    Page,

    /// <summary>The outlet's name ("… Police Department").</summary>
    Name,

    /// <summary>Nothing said it.</summary>
    None,
}

/// <summary>A publisher.</summary>
/// <param name="Name">Its name as shown.</param>
/// <param name="Host">Host of its addresses in lower case, without "www.".</param>
/// <param name="Kind">What kind of publisher it is.</param>
/// <param name="Family">Its owner; outlets of one family are never independent (R3). Its host's registrable domain where nothing else is known.</param>
/// <param name="KindFrom">Where <paramref name="Kind"/> comes from.</param>
/// <param name="HostBearsOut">Whether its host bears its name out (R4): a table says so, or the host's labels are words, or beginnings of words of four letters and more, of its name.</param>
public sealed record Outlet(string Name, string Host, OutletKind Kind, string Family, OutletFactSource KindFrom, bool HostBearsOut)
{
    /// <summary>Whether the outlet is the maker of records of its own: an authority or a company on its own host (R4).</summary>
    public bool IsIssuer => Kind is OutletKind.Official or OutletKind.Company && HostBearsOut;

    /// <summary>Whether what it asserts in its own voice is a newsroom's own reporting (E3).</summary>
    public bool IsNewsroom => Kind is OutletKind.Unknown or OutletKind.Agency or OutletKind.Newspaper or OutletKind.Broadcaster or OutletKind.Factchecker;
}
