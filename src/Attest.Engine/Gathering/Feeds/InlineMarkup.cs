using System.Text;
using Attest.Engine.Gathering.Markup;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>Writes the elements that stand within an element as HTML; drawings and formulas are left out.</summary>
internal static class InlineMarkup
{
    /// <summary>Writes what an element holds.</summary>
    /// <param name="element">The element.</param>
    /// <param name="escapesText">Whether its text is text; else it is markup already.</param>
    /// <param name="written">Where it is written.</param>
    public static void Write(MarkupNode.Element element, bool escapesText, StringBuilder written)
    {
        // The tree is at most MarkupTree.MostDepth deep, and so is this recursion.
        foreach (var child in element.Children)
        {
            if (child is MarkupNode.Run text)
                written.Append(escapesText ? Escaped(text.Value) : text.Value);
            else if (child is MarkupNode.Element inner && NameOf(inner) is { } name)
                Write(inner, name, escapesText, written);
        }
    }

    private static void Write(MarkupNode.Element element, string name, bool escapesText, StringBuilder written)
    {
        written.Append('<').Append(name);
        foreach (var (attribute, value) in element.Attributes.All)
            if (!attribute.Contains(':', StringComparison.Ordinal) && attribute != "xmlns")
                written.Append(' ').Append(attribute).Append("=\"").Append(Escaped(value).Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        if (MarkupRules.IsVoid(name) && element.Children.Count == 0)
        {
            written.Append(" />");
            return;
        }
        written.Append('>');
        Write(element, escapesText, written);
        written.Append("</").Append(name).Append('>');
    }

    private static string? NameOf(MarkupNode.Element element) =>
        element.Name.StartsWith("xhtml:", StringComparison.Ordinal) ? element.Name[6..]
        : element.Name.Contains(':', StringComparison.Ordinal) ? null
        : element.Name;

    private static string Escaped(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
