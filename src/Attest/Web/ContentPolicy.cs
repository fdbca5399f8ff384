namespace Attest.Web;

/// <summary>What a page may load and run: its own style sheet, fonts and one script file. Nothing inline, nothing from elsewhere.</summary>
internal static class ContentPolicy
{
    private const string Own = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; base-uri 'none'";

    /// <summary>For the meta element of static files, which ask nobody.</summary>
    public const string Meta = Own + "; form-action 'none'";

    /// <summary>For the meta element of served pages: forms and live notices ask the server itself.</summary>
    public const string LiveMeta = Own + "; connect-src 'self'; form-action 'self'";

    /// <summary>For the server's header, which can also forbid framing.</summary>
    public const string Header = LiveMeta + "; frame-ancestors 'none'";

    /// <summary>For the header of a card, which is made to be framed elsewhere.</summary>
    public const string CardHeader = "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
}
