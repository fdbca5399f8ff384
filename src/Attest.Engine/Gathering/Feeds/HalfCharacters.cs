using System.Globalization;
using System.Text;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>Escapes in JSON that stand for half of a character ("\ud800" alone): no string can hold them, in names as little as in values.</summary>
internal static class HalfCharacters
{
    private const string Escape = "\\u", Replacement = "\\ufffd";

    private const int Length = 6;

    /// <summary>The JSON with the sign for an unreadable character in their place.</summary>
    public static string Mend(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
            return json;
        var mended = new StringBuilder(json.Length);
        for (int i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\' || i + 1 == json.Length)
            {
                mended.Append(json[i]);
                continue;
            }
            char half = CodeAt(json, i);
            if (char.IsHighSurrogate(half) && char.IsLowSurrogate(CodeAt(json, i + Length)))
            {
                mended.Append(json, i, 2 * Length);
                i += 2 * Length - 1;
            }
            else if (char.IsSurrogate(half))
            {
                mended.Append(Replacement);
                i += Length - 1;
            }
            else
            {
                // Two at once, so that an escaped backslash begins no escape.
                mended.Append(json, i, 2);
                i++;
            }
        }
        return mended.ToString();
    }

    /// <summary>What the escape at a place stands for; NUL where none stands there.</summary>
    private static char CodeAt(string json, int place) =>
        place + Length <= json.Length && string.CompareOrdinal(json, place, Escape, 0, Escape.Length) == 0
        && ushort.TryParse(json.AsSpan(place + Escape.Length, Length - Escape.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code) ? (char)code : '\0';
}
