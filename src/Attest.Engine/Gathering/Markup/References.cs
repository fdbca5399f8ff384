using System.Globalization;
using System.Net;
using AngleSharp.Html;

namespace Attest.Engine.Gathering.Markup;

/// <summary>What a reference ("&amp;amp;", "&amp;#8217;", "&amp;eacute;") stands for.</summary>
internal static class References
{
    // No reference of HTML is longer; bounds the looking ahead at each ampersand.
    private const int Longest = 34;

    // Authors write the numbers of Windows-1252 where those of Unicode belong (HTML Standard, "numeric character reference end state").
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>The reference at the start of <paramref name="rest"/>, which begins with an ampersand.</summary>
    /// <param name="rest">The text from the ampersand on.</param>
    /// <param name="declared">The document's own entities.</param>
    /// <returns>How many characters it takes and what it stands for; 0 where the ampersand stands for itself.</returns>
    public static (int Length, string Value) Read(ReadOnlySpan<char> rest, IReadOnlyDictionary<string, string>? declared = null)
    {
        int end = rest[..Math.Min(rest.Length, Longest)].IndexOf(';');
        if (end < 2)
            return (0, "");
        var name = rest[1..end];
        if (name[0] == '#')
            return Number(name[1..]) is { } character ? (end + 1, character) : (0, "");
        return Named(name.ToString(), declared) is { } value ? (end + 1, value) : (0, "");
    }

    /// <summary>The character that a number stands for; null where none does.</summary>
    public static string? Number(ReadOnlySpan<char> digits)
    {
        bool hex = digits is ['x' or 'X', ..];
        if (!int.TryParse(hex ? digits[1..] : digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int code))
            return null;
        if (code is >= 0x80 and < 0xA0)
            return Windows1252[code - 0x80].ToString();
        bool allowed = code is '\t' or '\n' or '\r' or >= ' ' and < 0xD800 or >= 0xE000 and <= 0x10FFFF;
        return allowed ? char.ConvertFromUtf32(code) : null;
    }

    /// <summary>The characters that a name stands for: of XML, of the document, of HTML 4, of HTML.</summary>
    public static string? Named(string name, IReadOnlyDictionary<string, string>? declared = null)
    {
        if (declared is not null && declared.TryGetValue(name, out string? own))
            return own;
        if (name.AsSpan().ContainsAnyExcept(NameCharacters))
            return null;
        string reference = "&" + name + ";";
        string plain = WebUtility.HtmlDecode(reference);
        return plain != reference ? plain : HtmlEntityProvider.Resolver.GetSymbol(name + ";");
    }

    /// <summary>Whether a name is one that HTML knows.</summary>
    public static bool IsKnown(string name) => Named(name) is not null;

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>The text with its references resolved.</summary>
    public static string Resolve(ReadOnlySpan<char> text, IReadOnlyDictionary<string, string>? declared = null)
    {
        int at = text.IndexOf('&');
        if (at < 0)
            return text.ToString();
        var resolved = new System.Text.StringBuilder(text.Length);
        while (at >= 0)
        {
            resolved.Append(text[..at]);
            text = text[at..];
            var (length, value) = Read(text, declared);
            resolved.Append(length == 0 ? "&" : value);
            text = text[Math.Max(1, length)..];
            at = text.IndexOf('&');
        }
        return resolved.Append(text).ToString();
    }
}
