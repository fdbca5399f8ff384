using System.Text;

namespace Attest.Engine.Gathering.Markup;

/// <summary>Why a document was not made a tree.</summary>
internal enum TreeRefusal
{
    /// <summary>It holds no element.</summary>
    NoElement,

    /// <summary>Elements stand within each other deeper than <see cref="MarkupTree.MostDepth"/>.</summary>
    TooDeep,

    /// <summary>It declares entities that stand for others: a few lines that would grow to gigabytes.</summary>
    EntityBomb,
}

/// <summary>
/// Reads XML as feeds really write it. Takes time linear in the document's length, never throws, fetches nothing:
/// <list type="number">
/// <item>what is no tag, comment, instruction or CDATA section is text; so is a "&lt;" that begins none of them;</item>
/// <item>an end tag closes the nearest open element of its name and all within it; without one it is passed over;</item>
/// <item>attributes may lack quotes, and a quote that never ends counts up to the tag's end;</item>
/// <item>entities are those of XML, of HTML, and the document's own plain ones; others stay as written. External ones are never read;</item>
/// <item>elements that are open where the document ends, or where it has had its <see cref="MostElements"/>, are marked as cut off.</item>
/// </list>
/// </summary>
internal sealed class MarkupTree
{
    /// <summary>How deep elements may stand within each other. Real feeds stay below 30; the limit is the design's.</summary>
    public const int MostDepth = 512;

    /// <summary>Elements that are read. A feed of 2,000 items, the most that are taken of one, has some 30,000.</summary>
    public const int MostElements = 100_000;

    private const int MostAttributes = 256;

    // A document's own entities stand for names and addresses; a megabyte of them is a short text said again and again.
    private const int MostEntityCharacters = 1 << 20;

    private readonly string source;
    private readonly Namespaces namespaces = new();
    private readonly Stack<(MarkupNode.Element Element, string Tag, List<(string, string?)>? Declared)> open = new();
    private readonly Dictionary<string, int> openTags = new(StringComparer.Ordinal);
    private readonly StringBuilder text = new();
    private readonly MarkupNode.Element top = new("", "", MarkupAttributes.None, null);
    private IReadOnlyDictionary<string, string>? entities;
    private TreeRefusal? refusal;
    private int at, entityCharacters, elements;

    private MarkupTree(string source) => this.source = source;

    /// <summary>The document's elements under a nameless one, or why there is none.</summary>
    public static (MarkupNode.Element? Top, TreeRefusal? Refusal) Read(string source)
    {
        var tree = new MarkupTree(source);
        tree.ReadAll();
        if (tree.refusal is null && !tree.top.Elements.Any())
            tree.refusal = TreeRefusal.NoElement;
        return tree.refusal is null ? (tree.top, null) : (null, tree.refusal);
    }

    private MarkupNode.Element Current => open.TryPeek(out var inner) ? inner.Element : top;

    private void ReadAll()
    {
        while (at < source.Length && refusal is null && elements < MostElements)
        {
            int tag = source.IndexOf('<', at);
            if (tag < 0)
                tag = source.Length;
            AddText(source.AsSpan(at, tag - at));
            at = tag;
            if (at < source.Length)
                ReadMarkup();
        }
        EndText();
        while (open.TryPop(out var cut))
            cut.Element.IsCutOff = true;
    }

    private void ReadMarkup()
    {
        var rest = source.AsSpan(at);
        if (rest.StartsWith("<!--"))
            SkipTo("-->", 4);
        else if (rest.StartsWith("<![CDATA["))
            ReadCharacterData();
        else if (rest.StartsWith("<?"))
            SkipTo("?>", 2);
        else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            ReadDocumentType();
        else if (rest.StartsWith("<!"))
            SkipTo(">", 2);
        else if (rest.Length > 2 && rest[1] == '/' && IsNameStart(rest[2]))
            ReadEndTag();
        else if (rest.Length > 1 && IsNameStart(rest[1]))
            ReadStartTag();
        else
        {
            text.Append('<');
            at++;
        }
    }

    private void SkipTo(string end, int from)
    {
        int found = source.IndexOf(end, Math.Min(at + from, source.Length), StringComparison.Ordinal);
        at = found < 0 ? source.Length : found + end.Length;
    }

    private void ReadCharacterData()
    {
        int from = at + "<![CDATA[".Length;
        int end = source.IndexOf("]]>", from, StringComparison.Ordinal);
        text.Append(source, from, (end < 0 ? source.Length : end) - from);
        at = end < 0 ? source.Length : end + 3;
    }

    private void ReadDocumentType()
    {
        var declarations = DocumentType.Read(source.AsSpan(at));
        at += declarations.Length;
        entities = declarations.Entities;
        if (declarations.IsBomb)
            refusal = TreeRefusal.EntityBomb;
    }

    private void ReadEndTag()
    {
        int from = at + 2, end = from;
        while (end < source.Length && IsNamePart(source[end]))
            end++;
        string tag = source[from..end];
        // "</title" may run into the next tag.
        int close = source.AsSpan(end).IndexOfAny('<', '>');
        at = close < 0 ? source.Length : end + close + (source[end + close] == '>' ? 1 : 0);
        if (openTags.GetValueOrDefault(tag) == 0)
            return;
        EndText();
        string closed;
        do
            closed = Close();
        while (closed != tag);
    }

    private string Close()
    {
        var (_, tag, declared) = open.Pop();
        openTags[tag]--;
        if (declared is not null)
            for (int i = declared.Count - 1; i >= 0; i--)
                namespaces.Undo(declared[i]);
        return tag;
    }

    private void ReadStartTag()
    {
        int from = at + 1, end = from;
        while (end < source.Length && IsNamePart(source[end]))
            end++;
        string tag = source[from..end];
        at = end;
        List<(string Name, string Value)>? written = null;
        bool empty = ReadAttributes(ref written);
        List<(string, string?)>? declared = null;
        foreach (var (name, value) in written ?? [])
            if (name == "xmlns" || name.StartsWith("xmlns:", StringComparison.Ordinal))
                (declared ??= []).Add(namespaces.Declare(name.Length > 6 ? name[6..] : "", value));
        var attributes = written is null ? MarkupAttributes.None : new MarkupAttributes([.. written.Select(a => (namespaces.AttributeName(a.Name), a.Value))]);
        EndText();
        var element = new MarkupNode.Element(namespaces.ElementName(tag), tag[(tag.IndexOf(':', StringComparison.Ordinal) + 1)..], attributes, Current);
        Current.Add(element);
        elements++;
        open.Push((element, tag, declared));
        openTags[tag] = openTags.GetValueOrDefault(tag) + 1;
        if (empty)
            Close();
        else if (open.Count > MostDepth)
            refusal = TreeRefusal.TooDeep;
    }

    /// <summary>Reads up to the tag's end.</summary>
    /// <returns>Whether the element ends with its tag.</returns>
    private bool ReadAttributes(ref List<(string Name, string Value)>? written)
    {
        while (at < source.Length)
        {
            char c = source[at];
            if (c == '>')
            {
                at++;
                return false;
            }
            if (c == '/' && at + 1 < source.Length && source[at + 1] == '>')
            {
                at += 2;
                return true;
            }
            // The tag was never ended.
            if (c == '<')
                return false;
            if (!IsNameStart(c))
            {
                at++;
                continue;
            }
            int from = at;
            while (at < source.Length && IsNamePart(source[at]))
                at++;
            string name = source[from..at];
            string value = ReadValue();
            if ((written ??= []).Count < MostAttributes)
                written.Add((name, value));
        }
        return false;
    }

    private string ReadValue()
    {
        int equals = at;
        while (equals < source.Length && char.IsWhiteSpace(source[equals]))
            equals++;
        if (equals == source.Length || source[equals] != '=')
            return "";
        at = equals + 1;
        while (at < source.Length && char.IsWhiteSpace(source[at]))
            at++;
        if (at == source.Length)
            return "";
        if (source[at] is '"' or '\'')
        {
            int from = at + 1;
            int length = source.AsSpan(from).IndexOfAny(source[at], '<');
            if (length >= 0 && source[from + length] != '<')
            {
                at = from + length + 1;
                return Resolved(source.AsSpan(from, length));
            }
            // The quote does not end within the tag: the value is what stands before the tag's end.
            at++;
        }
        int start = at;
        while (at < source.Length && source[at] is not ('>' or '<') && !char.IsWhiteSpace(source[at]))
            at++;
        return Resolved(source.AsSpan(start, at - start));
    }

    private string Resolved(ReadOnlySpan<char> value)
    {
        string resolved = References.Resolve(value, entities);
        if (entities is not null && (entityCharacters += Math.Max(0, resolved.Length - value.Length)) > MostEntityCharacters)
            refusal = TreeRefusal.EntityBomb;
        return resolved;
    }

    private void AddText(ReadOnlySpan<char> raw)
    {
        int reference = raw.IndexOf('&');
        while (reference >= 0)
        {
            text.Append(raw[..reference]);
            raw = raw[reference..];
            var (length, value) = References.Read(raw, entities);
            if (entities is not null && (entityCharacters += value.Length) > MostEntityCharacters)
                refusal = TreeRefusal.EntityBomb;
            if (refusal is not null)
                return;
            text.Append(length == 0 ? "&" : value);
            raw = raw[Math.Max(1, length)..];
            reference = raw.IndexOf('&');
        }
        text.Append(raw);
    }

    private void EndText()
    {
        if (text.Length == 0)
            return;
        Current.Add(new MarkupNode.Run(text.ToString()));
        text.Clear();
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or ':';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or ':' or '-' or '.';
}
