using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>
/// Addresses of the site's own pages as one of them writes them: relative, so that the site works from any folder of any host and from disk.
/// </summary>
/// <param name="Root">What leads from the page's folder to the site's: "" or "../../".</param>
/// <param name="IsLive">Whether a server answers: folders then need no file name, and forms have somebody to ask.</param>
public sealed record Links(string Root, bool IsLive = false)
{
    private string Index => IsLive ? "" : "index.html";

    /// <summary>The list of stories.</summary>
    public string Front => Root.Length + Index.Length == 0 ? "./" : Root + Index;

    /// <summary>A story's page.</summary>
    public string Story(string slug) => $"{Root}stories/{slug}/{Index}";

    /// <summary>A claim's page.</summary>
    public string Claim(string slug, string claim) => $"{Root}stories/{slug}/claims/{claim}/{Index}";

    /// <summary>A claim's page as its own story's page writes it.</summary>
    public string Claim(string claim) => $"claims/{claim}/{Index}";

    /// <summary>The stories of one filter of the list.</summary>
    public string Filter(string? filter) => filter is null ? Front : $"{Root}{filter}/{Index}";

    /// <summary>The list of outlets.</summary>
    public string Sources => $"{Root}sources/{Index}";

    /// <summary>An outlet's page.</summary>
    public string Source(string outlet) => $"{Root}sources/{SourceDocument.KeyOf(outlet)}/{Index}";

    /// <summary>How often the numbers held.</summary>
    public string Record => $"{Root}record/{Index}";

    /// <summary>The rules and what the number means.</summary>
    public string Method => $"{Root}method/{Index}";

    /// <summary>What is followed, and how the feeds do; where a server answers.</summary>
    public string Feeds => $"{Root}feeds/";

    /// <summary>What programs may ask for; where a server answers.</summary>
    public string Api => $"{Root}api/";

    /// <summary>A file of the site.</summary>
    public string File(string path) => Root + path;
}
