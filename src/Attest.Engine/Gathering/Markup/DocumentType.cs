namespace Attest.Engine.Gathering.Markup;

/// <summary>What a document declares before its first element.</summary>
/// <param name="Length">How many characters the declaration takes.</param>
/// <param name="Entities">Its plain entities by name; null without any.</param>
/// <param name="IsBomb">Whether entities stand for others.</param>
internal sealed record DocumentType(int Length, IReadOnlyDictionary<string, string>? Entities, bool IsBomb)
{
    // A name for a word or an address; longer texts behind names are how bombs are built.
    private const int MostEntities = 512, LongestValue = 256;

    /// <summary>Reads "&lt;!DOCTYPE … [ … ]&gt;". External entities and parameter entities are passed over: they stay as written where they are used.</summary>
    public static DocumentType Read(ReadOnlySpan<char> source)
    {
        int bracket = source.IndexOfAny('[', '>');
        if (bracket < 0)
            return new DocumentType(source.Length, null, false);
        if (source[bracket] == '>')
            return new DocumentType(bracket + 1, null, false);
        var entities = new Dictionary<string, string>(StringComparer.Ordinal);
        bool bomb = false;
        int at = bracket + 1;
        while (at < source.Length && source[at] != ']')
        {
            if (source[at] != '<')
            {
                at++;
                continue;
            }
            if (source[at..].StartsWith("<!--"))
            {
                int end = source[at..].IndexOf("-->");
                at = end < 0 ? source.Length : at + end + 3;
                continue;
            }
            var declaration = source.Slice(at, DeclarationLength(source[at..]));
            at += declaration.Length;
            if (declaration.StartsWith("<!ENTITY") && Entity(declaration["<!ENTITY".Length..]) is var (name, value))
            {
                bomb |= value.Contains('&', StringComparison.Ordinal) && NamesAnother(value);
                if (entities.Count < MostEntities && value.Length <= LongestValue)
                    entities.TryAdd(name, References.Resolve(value));
            }
        }
        int close = at < source.Length ? source[at..].IndexOf('>') : -1;
        return new DocumentType(close < 0 ? source.Length : at + close + 1, entities.Count == 0 ? null : entities, bomb);
    }

    private static int DeclarationLength(ReadOnlySpan<char> declaration)
    {
        char quote = '\0';
        for (int i = 1; i < declaration.Length; i++)
        {
            char c = declaration[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '>')
                return i + 1;
        }
        return declaration.Length;
    }

    private static (string Name, string Value)? Entity(ReadOnlySpan<char> declaration)
    {
        var rest = declaration.TrimStart();
        int space = rest.IndexOfAny(" \t\r\n");
        if (space <= 0 || rest[0] == '%')
            return null;
        string name = rest[..space].ToString();
        rest = rest[space..].TrimStart();
        if (rest.Length < 2 || rest[0] is not ('"' or '\''))
            return null;
        int end = rest[1..].IndexOf(rest[0]);
        return end < 0 ? null : (name, rest.Slice(1, end).ToString());
    }

    private static bool NamesAnother(string value)
    {
        for (int at = value.IndexOf('&', StringComparison.Ordinal); at >= 0; at = value.IndexOf('&', at + 1))
        {
            var rest = value.AsSpan(at, Math.Min(LongestValue, value.Length - at));
            if (References.Read(rest).Length == 0 && rest.Length > 2 && rest.IndexOf(';') > 1 && char.IsLetter(rest[1]))
                return true;
        }
        return false;
    }
}
