using System.Collections.Frozen;

namespace Attest.Engine.Gathering.Markup;

/// <summary>Which elements and attributes of HTML are kept: what carries text, its structure and its links, and nothing that acts, loads by itself or positions.</summary>
internal static class MarkupRules
{
    private static readonly FrozenSet<string> Kept = Set(
        "a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn dir div dl dt em " +
        "figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark menu nav ol p pre q rp rt ruby s samp section small " +
        "span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr");

    private static readonly FrozenSet<string> DroppedWithContent = Set(
        "applet audio button canvas embed form frameset head iframe input map math mathml noembed noframes noscript object option script select style svg " +
        "template textarea title video xmp");

    private static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta param source track wbr");

    private static readonly FrozenSet<string> KeptAttributes = Set(
        "abbr alt cite colspan datetime dir headers height href hreflang lang reversed rowspan scope span src start summary title width");

    /// <summary>Whether the element is kept.</summary>
    public static bool Keeps(string element) => Kept.Contains(element);

    /// <summary>Whether all that stands within the element goes with it.</summary>
    public static bool DropsContent(string element) => DroppedWithContent.Contains(element);

    /// <summary>Whether the element holds nothing.</summary>
    public static bool IsVoid(string element) => Void.Contains(element);

    /// <summary>Whether the attribute is kept.</summary>
    public static bool KeepsAttribute(string attribute) => KeptAttributes.Contains(attribute);

    /// <summary>Whether the attribute's value is an address.</summary>
    public static bool IsAddress(string attribute) => attribute is "href" or "src" or "cite";

    /// <summary>Whether a link may lead to an address of the scheme; the empty one is a relative address.</summary>
    public static bool MayLinkTo(string scheme, string attribute) => scheme is "" or "http" or "https" || scheme is "mailto" && attribute == "href";

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
