using System.Text;
using Attest.Engine.Gathering.Markup;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>What an item itself tells, for when its page is not read: the longest of its texts as plain paragraphs.</summary>
public static class ItemText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "tr", "table", "section", "article",
        "header", "footer", "aside", "figure", "figcaption", "hr", "main", "nav", "details", "summary",
    };

    /// <summary>The text, paragraphs divided by blank lines; empty where the item has none.</summary>
    public static string Of(FeedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        string longest = "";
        foreach (var text in item.Content.Prepend(item.Summary).OfType<FeedText>())
        {
            string plain = Plain(text);
            if (plain.Length > longest.Length)
                longest = plain;
        }
        return longest;
    }

    /// <summary>A text without markup, references resolved, paragraphs divided by blank lines.</summary>
    public static string Plain(FeedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.IsMarkup ? OfMarkup(text.Value) : text.Type == "text/plain" ? Paragraphs(text.Value) : "";
    }

    // The markup is clean: every "<" begins a tag that ends.
    private static string OfMarkup(string markup)
    {
        var text = new StringBuilder(markup.Length);
        int at = 0;
        while (at < markup.Length)
        {
            int tag = markup.IndexOf('<', at);
            int until = tag < 0 ? markup.Length : tag;
            Append(text, References.Resolve(markup.AsSpan(at, until - at)));
            if (tag < 0)
                break;
            int end = markup.IndexOf('>', tag);
            at = end < 0 ? markup.Length : end + 1;
            string name = NameOf(markup.AsSpan(tag + 1));
            if (Blocks.Contains(name))
                text.Append("\n\n");
            else if (name == "br")
                text.Append('\n');
            else if (name is "td" or "th")
                text.Append(' ');
        }
        return Paragraphs(text.ToString());
    }

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart('/');
        int end = tag.IndexOfAny(' ', '>', '/');
        return (end < 0 ? tag : tag[..end]).ToString();
    }

    // Line ends in the source of a page are blanks.
    private static void Append(StringBuilder text, string words)
    {
        foreach (char c in words)
            text.Append(c is '\n' or '\r' or '\t' ? ' ' : c);
    }

    private static string Paragraphs(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n")
            .Select(p => string.Join('\n', p.Split('\n').Select(l => string.Join(' ', l.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))).Where(l => l.Length > 0)))
            .Where(p => p.Length > 0);
        return string.Join("\n\n", paragraphs);
    }
}
