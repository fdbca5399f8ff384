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
            else if (c is '“' || ((c == '"' || Double(t, i)) && open < 0))
                open = Double(t, i) ? i + 1 : i;
            else if (open >= 0 && i > open && (c is '”' or '"' || Double(t, i)))
            {
                if (i > open + 1)
                    found.Add(new Span(open + 1, i));
                open = -1;
                i += Double(t, i) ? 1 : 0;
            }
        }
        return found.ToImmutable();
    }

    /// <summary>The stretch that holds another; −1 where none does. They stand in order and never overlap.</summary>
    public static int Holding(ImmutableArray<Span> quotes, Span span)
    {
        int q = FirstBehind(quotes, span.Start);
        return q < quotes.Length && quotes[q].Contains(span) ? q : -1;
    }

    /// <summary>The first stretch that ends behind a place; their number where none does.</summary>
    public static int FirstBehind(ImmutableArray<Span> quotes, int place)
    {
        int low = 0, high = quotes.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (quotes[middle].End <= place)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Whether two apostrophes or accents stand for a quotation mark, as typewriters and wires set it.</summary>
    private static bool Double(string t, int i) => i + 1 < t.Length && t[i] is '\'' or '`' && t[i + 1] == t[i];

    /// <summary>Whether the next paragraph opens with a quotation mark.</summary>
    private static bool GoesOn(string t, int i)
    {
        while (i < t.Length && char.IsWhiteSpace(t[i]))
            i++;
        return i < t.Length && (t[i] is '“' or '"' || Double(t, i));
    }
}
