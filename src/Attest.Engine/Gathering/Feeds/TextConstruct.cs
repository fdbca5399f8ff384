using System.Text;
using System.Text.RegularExpressions;
using Attest.Engine.Gathering.Markup;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>
/// Reads an element that holds a text, which feeds carry in six ways:
/// <list type="number">
/// <item>decide the type: as said, else the format's default;</item>
/// <item>decode base64 where the mode or the type says so;</item>
/// <item>write out elements that stand in it; Atom 1.0 wraps them into one "div", which is not part of the text;</item>
/// <item>where the format leaves it open, what looks like HTML is HTML;</item>
/// <item>resolve the links of markup and make it harmless.</item>
/// </list>
/// </summary>
internal static partial class TextConstruct
{
    private const string Plain = "text/plain", Html = "text/html", Xhtml = "application/xhtml+xml";

    [GeneratedRegex(@"</(\w{1,20})>|&#?\w{1,20};", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex SignOfMarkup { get; }

    [GeneratedRegex(@"</?(\w{1,20})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex TagName { get; }

    [GeneratedRegex(@"&([A-Za-z]\w{0,20});", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ReferenceName { get; }

    /// <summary>The text that an element holds.</summary>
    /// <param name="element">The element.</param>
    /// <param name="format">The feed's format.</param>
    /// <param name="usual">Type where the element says none.</param>
    /// <param name="around">What holds where it stands.</param>
    public static FeedText Read(MarkupNode.Element element, FeedFormat format, string usual, Surroundings around)
    {
        string type = Mapped(element.Attributes["type"], usual);
        string value = element.Characters;
        if (IsBase64(element, type, format))
            value = Decoded(value) ?? value;
        else if (element.Elements.Any())
            (value, type) = Inline(element, type, format);
        if (type == Plain && format is not (FeedFormat.Atom03 or FeedFormat.Atom10) && LooksLikeMarkup(value))
            type = Html;
        string @base = around.BaseAt(element);
        if (type is Html or Xhtml)
            value = CleanMarkup.Of(value, @base).Trim();
        return new FeedText(value, type, @base, around.LanguageAt(element))
        {
            Source = element.Attributes["src"] is { Length: > 0 } source ? Addresses.Resolve(@base, source) : null,
        };
    }

    /// <summary>Whether a text that may be either is HTML: it ends a tag or holds a reference, and all its tags and references are HTML's.</summary>
    public static bool LooksLikeMarkup(string value) =>
        value.AsSpan().ContainsAny('<', '&')
        && SignOfMarkup.IsMatch(value)
        && TagName.Matches(value).All(m => MarkupRules.Keeps(m.Groups[1].Value.ToLowerInvariant()) || MarkupRules.DropsContent(m.Groups[1].Value.ToLowerInvariant()))
        && ReferenceName.Matches(value).All(m => References.IsKnown(m.Groups[1].Value));

    private static string Mapped(string? said, string usual) => said?.Trim().ToLowerInvariant() switch
    {
        null or "" => usual,
        "text" or "plain" => Plain,
        "html" => Html,
        "xhtml" => Xhtml,
        var type => type,
    };

    private static bool IsBase64(MarkupNode.Element element, string type, FeedFormat format) =>
        element.Attributes["mode"] == "base64"
        || format is FeedFormat.Atom10 or FeedFormat.Atom03 && type.Contains('/', StringComparison.Ordinal)
            && !type.StartsWith("text/", StringComparison.Ordinal) && !IsXml(type) && !type.EndsWith("/json", StringComparison.Ordinal);

    private static string? Decoded(string value)
    {
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length).Trim() : null;
    }

    private static bool IsXml(string type) => type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("/xml", StringComparison.Ordinal);

    private static (string Value, string Type) Inline(MarkupNode.Element element, string type, FeedFormat format)
    {
        bool wrapped = element.Elements.Take(2).ToArray() is [{ Name: "xhtml:div" or "div" }] && element.Children.All(c => c is MarkupNode.Element || c is MarkupNode.Run { Value: var t } && string.IsNullOrWhiteSpace(t));
        bool unwraps = wrapped && (format == FeedFormat.Atom10 || !IsXml(type));
        var from = unwraps ? element.Elements.First() : element;
        if (!IsXml(type) && from.Elements.Any())
            type = Xhtml;
        var written = new StringBuilder();
        InlineMarkup.Write(from, escapesText: IsXml(type), written);
        return (written.ToString().Trim(), type);
    }
}
