namespace Attest.Web;

/// <summary>What a page may load and run: its own style sheet, fonts and one script file. Nothing inline, nothing from elsewhere.</summary>
internal static class ContentPolicy
{
    /// <summary>For the meta element of static files.</summary>
    public const string Meta =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'";

    /// <summary>For the server's header, which can also forbid framing.</summary>
    public const string Header = Meta + "; frame-ancestors 'none'";
}
