using System.Collections.Frozen;
using System.Text;

namespace Attest.Engine.Reading.Pages;

/// <summary>
/// A page cut down, in one linear pass, to the tags, attributes and text that decide what its article is. What is written anew holds no script, style,
/// comment, drawing or form list, few attributes, and nests no deeper than <see cref="TagNesting.Most"/>: only then is a tree built of it.
/// The pass reads tags as the HTML standard's tokeniser does, so that nothing is hidden from it in quotes or raw text that the tree builder would see.
/// </summary>
internal sealed class ReducedPage
{
    /// <summary>The longest page that is read, in UTF-16 units. The longest of 114 articles measured has 1.5 million.</summary>
    public const int Longest = 8 << 20;

    /// <summary>The most start tags of a page that is read. Of 114 articles measured the richest has 1,700.</summary>
    public const int MostTags = 60_000;

    private const int LongestValue = 2_000, MostAttributes = 24, LongestLinkedData = 1 << 20, LongestTitle = 1_000;

    // What is left out with all that it holds.
    private static readonly FrozenSet<string> dropped = Set("script style noscript template svg math iframe object applet textarea xmp noembed noframes title select video audio");

    // Of these the tokeniser itself leaves the inside as text; the others are elements like any, and left alone where they never end.
    private static readonly FrozenSet<string> raw = Set("script style iframe textarea xmp noembed noframes title");

    private static readonly FrozenSet<string> attributes = Set("""
        class id role itemprop itemtype href rel style hidden aria-hidden property name content datetime lang title pubdate charset http-equiv
        """);

    private readonly string html;
    private readonly StringBuilder output;
    private readonly TagNesting nesting = new();
    private readonly HashSet<string> endless = new(StringComparer.Ordinal);
    private readonly StringBuilder tag = new();
    private readonly List<string> linkedData = [];
    private int linkedDataLength, tags;

    private ReducedPage(string html)
    {
        this.html = html;
        output = new StringBuilder(Math.Min(html.Length, Longest) / 2);
    }

    /// <summary>The page as it is parsed.</summary>
    public string Html { get; private set; } = "";

    /// <summary>The text of its title element, as written.</summary>
    public string? Title { get; private set; }

    /// <summary>The contents of its JSON-LD scripts.</summary>
    public IReadOnlyList<string> LinkedData => linkedData;

    /// <summary>Why it is not read, for a person; null where it is.</summary>
    public string? Refused { get; private set; }

    /// <summary>Reduces a page, or refuses one that nests too deep, has too many tags or is too long to be an article.</summary>
    public static ReducedPage Of(string html)
    {
        var page = new ReducedPage(html);
        page.Refused = html.Length > Longest ? "the page is too long" : page.Run();
        return page;
    }

    private string? Run()
    {
        int at = 0;
        while (at < html.Length)
        {
            int open = html.IndexOf('<', at);
            if (open < 0)
                open = html.Length;
            output.Append(html, at, open - at);
            if (open + 1 >= html.Length)
                break;
            char next = html[open + 1];
            if (char.IsAsciiLetter(next))
                at = StartTag(open + 1);
            else if (next == '/' && open + 2 < html.Length && char.IsAsciiLetter(html[open + 2]))
                at = EndTag(open + 2);
            else if (next is '!' or '?' or '/')
                at = Comment(open);
            else
            {
                output.Append("&lt;");
                at = open + 1;
            }
            if (nesting.IsTooDeep)
                return "the page is nested too deep";
            if (tags > MostTags)
                return "the page has too many elements";
        }
        Html = output.ToString();
        return null;
    }

    private int StartTag(int start)
    {
        int at = NameEnd(start);
        string name = html.AsSpan(start, Math.Min(at - start, 32)).ToString().ToLowerInvariant();
        tag.Clear().Append('<').Append(name);
        bool linked = false;
        int count = 0;
        while (at < html.Length && html[at] != '>')
        {
            var (nameStart, nameEnd, valueStart, valueEnd, after) = Attribute(at);
            at = after;
            if (nameEnd == nameStart)
                continue;
            var attribute = html.AsSpan(nameStart, nameEnd - nameStart);
            var value = html.AsSpan(valueStart, valueEnd - valueStart);
            linked |= name == "script" && attribute.Equals("type", StringComparison.OrdinalIgnoreCase) && value.Contains("ld+json", StringComparison.OrdinalIgnoreCase);
            if (count < MostAttributes && nameEnd - nameStart <= 16 && attributes.Contains(attribute.ToString().ToLowerInvariant()))
            {
                Write(attribute, value);
                count++;
            }
        }
        // A tag that the page's end cuts off is none.
        if (at >= html.Length)
            return html.Length;
        at++;
        tag.Append('>');
        if (dropped.Contains(name) && DroppedEnd(name, at) is { } end)
        {
            Keep(name, linked, at, end);
            return PastTag(end);
        }
        if (name != "plaintext")
        {
            tags++;
            output.Append(tag);
            nesting.Open(name, tag);
        }
        return at;
    }

    private void Write(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        tag.Append(' ').Append(name).Append("=\"");
        foreach (char c in value[..Math.Min(value.Length, LongestValue)])
            _ = c switch { '"' => tag.Append("&quot;"), '<' => tag.Append("&lt;"), '>' => tag.Append("&gt;"), _ => tag.Append(c) };
        tag.Append('"');
    }

    // Pictures and players leave a mark: words beside them are captions.
    private void Keep(string name, bool linked, int start, int end)
    {
        if (linked && linkedDataLength + end - start <= LongestLinkedData)
        {
            linkedData.Add(html[start..end]);
            linkedDataLength += end - start;
        }
        else if (name == "title")
            Title ??= html[start..Math.Min(end, start + LongestTitle)];
        else if (name is "iframe" or "video" or "object")
            output.Append("<img>");
    }

    private int? DroppedEnd(string name, int from)
    {
        if (endless.Contains(name))
            return raw.Contains(name) ? html.Length : null;
        for (int at = from; (at = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            int after = at + name.Length + 2;
            if (after >= html.Length || html[after] is '>' or '/' || char.IsWhiteSpace(html[after]))
                return at;
        }
        endless.Add(name);
        return raw.Contains(name) ? html.Length : null;
    }

    private int EndTag(int start)
    {
        int nameEnd = NameEnd(start), at = PastTag(start - 2);
        string name = html.AsSpan(start, Math.Min(nameEnd - start, 32)).ToString().ToLowerInvariant();
        if (!dropped.Contains(name))
        {
            output.Append("</").Append(name).Append('>');
            nesting.Close(name);
        }
        return at;
    }

    // Past a tag that begins here, reading its attributes as the tokeniser does.
    private int PastTag(int start)
    {
        if (start >= html.Length)
            return html.Length;
        int at = NameEnd(start + 2);
        while (at < html.Length && html[at] != '>')
            at = Attribute(at).After;
        return Math.Min(html.Length, at + 1);
    }

    private int Comment(int open)
    {
        if (!html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
        {
            int close = html.IndexOf('>', open);
            return close < 0 ? html.Length : close + 1;
        }
        if (html.AsSpan(open + 4).StartsWith(">", StringComparison.Ordinal))
            return open + 5;
        if (html.AsSpan(open + 4).StartsWith("->", StringComparison.Ordinal))
            return open + 6;
        int end = html.IndexOf("-->", open + 4, StringComparison.Ordinal), odd = html.IndexOf("--!>", open + 4, end < 0 ? html.Length - open - 4 : end - open - 4, StringComparison.Ordinal);
        return odd >= 0 ? odd + 4 : end >= 0 ? end + 3 : html.Length;
    }

    private int NameEnd(int start)
    {
        int at = start;
        while (at < html.Length && html[at] is not ('>' or '/') && !char.IsWhiteSpace(html[at]))
            at++;
        return at;
    }

    // One attribute from where the name before it, or the tag's name, ended; After is past it.
    private (int NameStart, int NameEnd, int ValueStart, int ValueEnd, int After) Attribute(int at)
    {
        while (at < html.Length && (html[at] == '/' || char.IsWhiteSpace(html[at])))
            at++;
        int nameStart = at;
        if (at < html.Length && html[at] == '=')
            at++;
        while (at < html.Length && html[at] is not ('>' or '/' or '=') && !char.IsWhiteSpace(html[at]))
            at++;
        int nameEnd = at, value = Blanks(at);
        if (value >= html.Length || html[value] != '=')
            return (nameStart, nameEnd, nameEnd, nameEnd, at);
        value = Blanks(value + 1);
        if (value < html.Length && html[value] is '"' or '\'')
        {
            int close = html.IndexOf(html[value], value + 1);
            return close < 0 ? (nameStart, nameEnd, nameEnd, nameEnd, html.Length) : (nameStart, nameEnd, value + 1, close, close + 1);
        }
        int end = value;
        while (end < html.Length && html[end] != '>' && !char.IsWhiteSpace(html[end]))
            end++;
        return (nameStart, nameEnd, value, end, end);
    }

    private int Blanks(int at)
    {
        while (at < html.Length && char.IsWhiteSpace(html[at]))
            at++;
        return at;
    }

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
