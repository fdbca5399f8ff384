using System.Text;

namespace Attest.Engine.Gathering.Markup;

/// <summary>
/// Makes markup from outside harmless (R21). Takes time linear in its length, builds no tree, never throws:
/// <list type="number">
/// <item>only elements and attributes of <see cref="MarkupRules"/> are written; scripts, styles, forms and embedded things go with their content;</item>
/// <item>addresses are resolved against the base, and go unless they are http, https or mailto;</item>
/// <item>every element that was begun is ended, in the right order, and none beyond the depth limit is begun;</item>
/// <item>whatever else was written is text: no "&lt;" and no bare "&amp;" of it survives.</item>
/// </list>
/// </summary>
internal sealed class CleanMarkup
{
    private readonly string source;
    private readonly string @base;
    private readonly StringBuilder output;
    private readonly Stack<string> open = new();
    private readonly Dictionary<string, int> openCounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> neverEnded = new(StringComparer.Ordinal);
    private int at;

    private CleanMarkup(string source, string @base)
    {
        (this.source, this.@base) = (source, @base);
        output = new StringBuilder(source.Length);
    }

    /// <summary>The markup that may be shown.</summary>
    /// <param name="markup">HTML or XHTML from outside.</param>
    /// <param name="base">Address that its links are relative to; empty where unknown.</param>
    public static string Of(string markup, string @base)
    {
        if (!markup.AsSpan().ContainsAny('<', '&'))
            return markup;
        var clean = new CleanMarkup(markup, @base);
        clean.CopyAll();
        return clean.output.ToString();
    }

    private void CopyAll()
    {
        while (at < source.Length)
        {
            int tag = source.IndexOf('<', at);
            if (tag < 0)
                tag = source.Length;
            CopyText(source.AsSpan(at, tag - at));
            at = tag;
            if (at < source.Length)
                CopyMarkup();
        }
        while (open.TryPop(out string? name))
            output.Append("</").Append(name).Append('>');
    }

    private void CopyMarkup()
    {
        var rest = source.AsSpan(at);
        if (rest.StartsWith("<!--"))
            SkipBehind("-->", 4);
        else if (rest.Length > 1 && rest[1] is '!' or '?')
            SkipBehind(">", 2);
        else if (rest.Length > 2 && rest[1] == '/' && char.IsAsciiLetter(rest[2]))
            EndTag();
        else if (rest.Length > 1 && char.IsAsciiLetter(rest[1]))
            StartTag();
        else
        {
            output.Append("&lt;");
            at++;
        }
    }

    private void SkipBehind(string end, int from)
    {
        int found = source.IndexOf(end, Math.Min(at + from, source.Length), StringComparison.Ordinal);
        at = found < 0 ? source.Length : found + end.Length;
    }

    private void EndTag()
    {
        string name = Name(at + 2);
        SkipBehind(">", 2);
        if (openCounts.GetValueOrDefault(name) == 0)
            return;
        string ended;
        do
        {
            ended = open.Pop();
            openCounts[ended]--;
            output.Append("</").Append(ended).Append('>');
        }
        while (ended != name);
    }

    private void StartTag()
    {
        string name = Name(at + 1);
        at += 1 + name.Length;
        var attributes = Attributes(name);
        if (MarkupRules.DropsContent(name) && !MarkupRules.IsVoid(name))
        {
            SkipContent(name);
            return;
        }
        if (!MarkupRules.Keeps(name) || open.Count >= MarkupTree.MostDepth)
            return;
        output.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
            output.Append(' ').Append(attribute).Append("=\"").Append(value).Append('"');
        if (MarkupRules.IsVoid(name))
        {
            output.Append(" />");
            return;
        }
        output.Append('>');
        open.Push(name);
        openCounts[name] = openCounts.GetValueOrDefault(name) + 1;
    }

    /// <summary>Passes over all up to the element's end; over its tag alone where it has none.</summary>
    private void SkipContent(string name)
    {
        if (neverEnded.Contains(name))
            return;
        int end = source.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        if (end >= 0)
        {
            at = end;
            SkipBehind(">", 2);
        }
        // A script without an end runs to the document's end, for browsers too.
        else if (name is "script" or "style")
            at = source.Length;
        else
            neverEnded.Add(name);
    }

    private SortedDictionary<string, string> Attributes(string element)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (at < source.Length && source[at] != '>')
        {
            if (char.IsWhiteSpace(source[at]) || source[at] is '/' or '"' or '\'' or '=')
            {
                at++;
                continue;
            }
            int from = at;
            while (at < source.Length && !char.IsWhiteSpace(source[at]) && source[at] is not ('=' or '>' or '/'))
                at++;
            string name = source[from..at].ToLowerInvariant();
            string value = Value();
            if (MarkupRules.Keeps(element) && MarkupRules.KeepsAttribute(name) && !kept.ContainsKey(name) && Allowed(name, value) is { } allowed)
                kept.Add(name, Escaped(allowed));
        }
        at = Math.Min(at + 1, source.Length);
        return kept;
    }

    private string Value()
    {
        int equals = at;
        while (equals < source.Length && char.IsWhiteSpace(source[equals]))
            equals++;
        if (equals == source.Length || source[equals] != '=')
            return "";
        at = equals + 1;
        while (at < source.Length && char.IsWhiteSpace(source[at]))
            at++;
        if (at < source.Length && source[at] is '"' or '\'')
        {
            string quote = source[at].ToString();
            int end = neverEnded.Contains(quote) ? -1 : source.IndexOf(source[at], at + 1);
            if (end >= 0)
            {
                string quoted = source[(at + 1)..end];
                at = end + 1;
                return quoted;
            }
            neverEnded.Add(quote);
            at++;
        }
        int from = at;
        while (at < source.Length && source[at] != '>' && !char.IsWhiteSpace(source[at]))
            at++;
        return source[from..at];
    }

    private string? Allowed(string attribute, string raw)
    {
        string value = References.Resolve(raw);
        if (!MarkupRules.IsAddress(attribute))
            return value;
        // Browsers pass over these within an address: "java\nscript:".
        value = string.Concat(value.Where(c => c is not ('\t' or '\n' or '\r' or '\0'))).Trim();
        string resolved = Addresses.Resolve(@base, value);
        string scheme = Addresses.SchemeOf(resolved);
        bool strange = scheme.Length == 0 && resolved.AsSpan(0, Math.Min(resolved.Length, 32)).Contains(':');
        return MarkupRules.MayLinkTo(scheme, attribute) && !strange && !char.IsControl(resolved.FirstOrDefault(' ')) ? resolved : null;
    }

    private string Name(int from)
    {
        int end = from;
        while (end < source.Length && (char.IsAsciiLetterOrDigit(source[end]) || source[end] is '-' or ':' or '_'))
            end++;
        return source[from..end].ToLowerInvariant();
    }

    /// <summary>Text keeps its references in one way of writing; everything else that might be read as markup is escaped.</summary>
    private void CopyText(ReadOnlySpan<char> text)
    {
        int ampersand = text.IndexOf('&');
        while (ampersand >= 0)
        {
            output.Append(text[..ampersand]);
            text = text[ampersand..];
            var (length, value) = References.Read(text);
            if (length == 0)
                output.Append("&amp;");
            else if (text[1] == '#')
                Number(text[2..(length - 1)], value);
            else
                output.Append(text[..length]);
            text = text[Math.Max(1, length)..];
            ampersand = text.IndexOf('&');
        }
        output.Append(text);
    }

    private void Number(ReadOnlySpan<char> digits, string value)
    {
        int code = char.ConvertToUtf32(value, 0);
        bool windows = code > 0xFF && value.Length == 1 && digits.Length <= 4 && References.Number(digits) == value && !digits.SequenceEqual(code.ToString(System.Globalization.CultureInfo.InvariantCulture))
            && digits[0] is not ('x' or 'X');
        if (windows)
            output.Append(System.Globalization.CultureInfo.InvariantCulture, $"&#x{code:x};");
        else
            output.Append("&#").Append(digits.ToString().ToLowerInvariant()).Append(';');
    }

    private static string Escaped(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
