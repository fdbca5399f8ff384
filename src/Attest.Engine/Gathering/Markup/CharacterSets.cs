using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Attest.Engine.Gathering.Markup;

/// <summary>A document's characters.</summary>
/// <param name="Text">The characters, without a byte order mark.</param>
/// <param name="Encoding">The name of the encoding that they were read by.</param>
/// <param name="IsExact">Whether every byte fitted it.</param>
internal sealed record DecodedText(string Text, string Encoding, bool IsExact);

/// <summary>
/// Decides which encoding a document is in: the first of byte order mark, HTTP header, XML declaration, UTF-8 and Windows-1252 that its bytes bear
/// out (the order of RFC 7303, and of feedparser). Never throws.
/// </summary>
internal static partial class CharacterSets
{
    private const int DeclarationBytes = 1024;

    private static readonly UTF8Encoding Utf8 = new(false);

    [GeneratedRegex(@"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[""']([A-Za-z0-9._:-]{1,40})[""']", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration { get; }

    [GeneratedRegex(@"charset\s*=\s*[""']?\s*([A-Za-z0-9._:-]{1,40})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CharsetParameter { get; }

    // "437", "cp866", "ibm850".
    [GeneratedRegex(@"^(?:cp|ibm)?-?(\d{3,5})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex CodePage { get; }

    /// <summary>Reads a document's bytes.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="contentType">The HTTP header, where there was one.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (Mark(bytes) is var (marked, length))
            return marked is UTF8Encoding
                ? new DecodedText(Utf8.GetString(bytes[length..]), "utf-8", Utf8Fit(bytes[length..]).Broken == 0)
                : new DecodedText(marked.GetString(bytes[length..]), marked.WebName, true);
        var wide = Wide(bytes);
        string start = (wide ?? Encoding.Latin1).GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        if (Named(contentType is null ? null : CharsetParameter.Match(contentType) is { Success: true } stated ? stated.Groups[1].Value : null) is { } byHeader
            && Try(byHeader, bytes) is { } headed)
            return headed;
        if (wide is not null)
            return new DecodedText(wide.GetString(bytes), wide.WebName, true);
        // A declaration that can be read byte by byte is in no encoding of wide characters, whatever it says.
        if (Declaration.Match(start) is { Success: true } declared && Named(declared.Groups[1].Value) is { } byDeclaration
            && !byDeclaration.WebName.StartsWith("utf-16", StringComparison.Ordinal) && !byDeclaration.WebName.StartsWith("utf-32", StringComparison.Ordinal)
            && Try(byDeclaration, bytes) is { } told)
            return told;
        return Try(Utf8, bytes) ?? new DecodedText(Named("windows-1252")!.GetString(bytes), "windows-1252", true);
    }

    private static (Encoding Encoding, int Length)? Mark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(false, false), 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, false), 4),
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, false), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, false), 2),
        _ => null,
    };

    // XML 1.0, appendix F: what "<?xml", or a first tag, looks like where a character takes more than a byte, or in EBCDIC.
    private static Encoding? Wide(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(true, false),
        [(byte)'<', 0, 0, 0, ..] => new UTF32Encoding(false, false),
        [0, (byte)'<', 0, ..] => new UnicodeEncoding(true, false),
        [(byte)'<', 0, _, 0, ..] => new UnicodeEncoding(false, false),
        [0x4C, 0x6F, 0xA7, 0x94, ..] => Named("IBM037"),
        _ => null,
    };

    private static Encoding? Named(string? name)
    {
        if (name is null)
            return null;
        string known = name.ToLowerInvariant().Replace('_', '-') switch
        {
            "utf8" or "u8" => "utf-8",
            "u16" or "utf16" => "utf-16",
            "u32" or "utf32" => "utf-32",
            "ascii" or "646" => "us-ascii",
            // Who writes these means their supersets (Encoding Standard, "names and labels").
            "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "cp1252" => "windows-1252",
            "gb2312" or "gbk" => "gb18030",
            "iso-8859-9" => "windows-1254",
            "mac-roman" => "macintosh",
            "mac-cyrillic" or "mac-greek" or "mac-turkish" or "mac-latin2" => "x-" + name.ToLowerInvariant().Replace('_', '-').Replace("latin2", "ce", StringComparison.Ordinal),
            "ks-c-5601-1987" => "euc-kr",
            var other => other,
        };
        try
        {
            if (CodePage.Match(known) is { Success: true } page)
                return CodePagesEncodingProvider.Instance.GetEncoding(
                    int.Parse(page.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
            return CodePagesEncodingProvider.Instance.GetEncoding(known, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(known, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static DecodedText? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        if (encoding is UTF8Encoding)
        {
            // One broken byte, or a document cut in the middle of a character, makes a text no other encoding's.
            var (whole, broken) = Utf8Fit(bytes);
            return broken == 0 || whole > broken ? new DecodedText(Utf8.GetString(bytes), "utf-8", broken == 0) : null;
        }
        try
        {
            string text = encoding.GetString(bytes);
            return text.AsSpan().ContainsAny('<', '{') ? new DecodedText(text, encoding.WebName, true) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>How many characters beyond ASCII are whole, and how many broken.</summary>
    private static (int Whole, int Broken) Utf8Fit(ReadOnlySpan<byte> bytes)
    {
        int whole = 0, broken = 0;
        while (true)
        {
            int ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
                return (whole, broken);
            bytes = bytes[ascii..];
            if (Rune.DecodeFromUtf8(bytes, out _, out int length) == System.Buffers.OperationStatus.Done)
                whole++;
            else
                broken++;
            bytes = bytes[length..];
        }
    }
}
