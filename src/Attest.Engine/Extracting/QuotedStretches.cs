using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>
/// The stretches between quotation marks. Curly marks pair by shape; straight ones open before a word and close behind one. A
/// quotation that a paragraph leaves open goes on where the next paragraph opens with a mark, as newspapers set it.
/// </summary>
internal static class QuotedStretches
{
    /// <summary>The stretches in order, marks left out.</summary>
    public static ImmutableArray<Span> Of(AnalysedText text)
    {
        var found = ImmutableArray.CreateBuilder<Span>();
        string t = text.Text;
        int open = -1;
        for (int i = 0; i < t.Length; i++)
        {
            char c = t[i];
            if (c == '\n' && i + 1 < t.Length && t[i + 1] == '\n')
            {
                if (open >= 0 && i > open + 1 && GoesOn(t, i))
                    found.Add(new Span(open + 1, i));
                open = -1;
            }
            else if (c is '“' || (c == '"' && open < 0))
                open = i;
            else if (c is '”' or '"' && open >= 0)
            {
                if (i > open + 1)
                    found.Add(new Span(open + 1, i));
                open = -1;
            }
        }
        return found.ToImmutable();
    }

    /// <summary>Whether the next paragraph opens with a quotation mark.</summary>
    private static bool GoesOn(string t, int i)
    {
        while (i < t.Length && char.IsWhiteSpace(t[i]))
            i++;
        return i < t.Length && t[i] is '“' or '"';
    }
}
