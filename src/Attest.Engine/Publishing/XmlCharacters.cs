using System.Text;
using System.Xml;

namespace Attest.Engine.Publishing;

/// <summary>A report's text may hold characters that no XML 1.0 document may hold, not even escaped: control characters and halves of pairs.</summary>
internal static class XmlCharacters
{
    /// <summary>The text without them.</summary>
    public static string Only(string text)
    {
        int first = FirstInvalid(text, 0);
        if (first == text.Length)
            return text;
        var kept = new StringBuilder(text.Length);
        for (int start = 0; start < text.Length; start = first + 1)
        {
            first = FirstInvalid(text, start);
            kept.Append(text, start, first - start);
        }
        return kept.ToString();
    }

    private static int FirstInvalid(string text, int i)
    {
        while (i < text.Length)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                i++;
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                i += 2;
            else
                return i;
        }
        return text.Length;
    }
}
