using System.Collections.Frozen;

namespace Attest.Engine.Text;

/// <summary>Figures: "1,250.5", "9/11", "10:30", "20th", "1970s", "555-0199", "2026-01-12".</summary>
internal static class NumberToken
{
    // What is written tight after a figure and still is a word of its own ("5pm", "$3bn", "10km").
    private static readonly FrozenSet<string> Units =
        "am pm a.m p.m km m k mm cm ft kg g mg lb lbs oz mph kph bn b tn mn x hz khz mhz ghz kw mw gw kwh mwh c f yr yrs hr hrs min mins sec p ml l ha t gb mb tb pt bps"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Length of the figure at the start of <paramref name="rest"/>; 0 where a word with digits stands instead ("3D").</summary>
    public static int LengthAt(ReadOnlySpan<char> rest)
    {
        int n = Digits(rest, rest[0] == '.' ? 1 : 0);
        while (n + 1 < rest.Length && rest[n] is '.' or ',' or ':' or '/' && char.IsDigit(rest[n + 1]))
            n = Digits(rest, n + 1);
        int joined = WithHyphens(rest, n);
        if (joined > n)
            return joined;
        if (n >= rest.Length)
            return n;
        if (rest[n] is '\'' or '’' && n + 1 < rest.Length && rest[n + 1] == 's' && rest[n - 1] == '0' && !At(rest, n + 2, Tokeniser.IsWordPart))
            return n + 2;
        if (!Tokeniser.IsWordPart(rest[n]))
            return n;
        int end = n;
        while (end < rest.Length && Tokeniser.IsWordPart(rest[end]))
            end++;
        var tail = rest[n..end];
        if (tail is "st" or "nd" or "rd" or "th" or "s" or "ST" or "ND" or "RD" or "TH")
            return end;
        if (Units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tail))
            return n;
        return tail.Length > 3 && !tail.ContainsAnyInRange('0', '9') ? n : end;
    }

    private static int Digits(ReadOnlySpan<char> rest, int n)
    {
        while (n < rest.Length && char.IsDigit(rest[n]))
            n++;
        return n;
    }

    // Telephone numbers (3-4, 3-3-4) and dates (4-2-2, 2-2-2, 2-2-4) are one token; ranges ("12-15", "2001-2002") are three.
    private static int WithHyphens(ReadOnlySpan<char> rest, int n)
    {
        Span<int> groups = stackalloc int[3];
        groups[0] = n;
        int count = 1, end = n;
        while (count < 3 && end + 1 < rest.Length && rest[end] == '-' && char.IsDigit(rest[end + 1]))
        {
            int next = Digits(rest, end + 1);
            groups[count++] = next - end - 1;
            end = next;
        }
        if (count == 1 || (end < rest.Length && (Tokeniser.IsWordPart(rest[end]) || rest[end] == '-')))
            return n;
        bool one = (groups[0], groups[1], groups[2]) switch
        {
            (3, 4, 0) or (1, 4, 0) or (3, 3, 4) or (4, 2, 2) or (2, 2, 2) or (2, 2, 4) or (1, 2, 2) => true,
            _ => false,
        };
        return one ? end : n;
    }

    private static bool At(ReadOnlySpan<char> rest, int i, Func<char, bool> test) => i < rest.Length && test(rest[i]);
}
