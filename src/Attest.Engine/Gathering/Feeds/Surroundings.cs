using Attest.Engine.Gathering.Markup;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>What holds for an element by where it stands: the address that its links are relative to, and its language.</summary>
/// <param name="Address">The document's address; empty where unknown.</param>
/// <param name="Language">The document's language by its HTTP header.</param>
internal sealed record Surroundings(string Address, string? Language)
{
    /// <summary>The base at an element: every xml:base is relative to the one around it, and one that is no web address is passed over.</summary>
    public string BaseAt(MarkupNode.Element? element)
    {
        if (element is null)
            return Address;
        string around = BaseAt(element.Parent);
        if ((element.Attributes["xml:base"] ?? element.Attributes["base"]) is not { Length: > 0 } own)
            return around;
        string resolved = Addresses.Resolve(around, own);
        return Addresses.SchemeOf(resolved) is "" or "http" or "https" or "ftp" ? resolved : around;
    }

    /// <summary>The language at an element; an empty xml:lang says that there is none.</summary>
    public string? LanguageAt(MarkupNode.Element? element)
    {
        for (; element is not null; element = element.Parent)
            if ((element.Attributes["xml:lang"] ?? element.Attributes["lang"]) is { } own)
                return own.Length == 0 ? null : own.Replace('_', '-');
        return Language;
    }
}
