using System.Collections.Frozen;

namespace Attest.Engine.Text;

/// <summary>Web and mail addresses, handles and tags, which are one token each.</summary>
internal static class WebAddress
{
    // Far beyond any host or mailbox name; bounds the looking ahead at each word.
    private const int LookAhead = 64;

    private static readonly FrozenSet<string> TopDomains =
        ("com org net gov edu uk io info tv ly eu de fr int mil news ca au biz me ai " +
        // Files are written like hosts.
        "pdf doc docx xls xlsx ppt pptx htm html txt jpg jpeg png gif csv zip php").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Length of the address at the start of <paramref name="rest"/>; 0 where there is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> rest, char before)
    {
        if (Tokeniser.IsWordPart(before))
            return 0;
        char first = rest[0];
        if (first is 'h' or 'H' or 'w' or 'W' &&
            (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ||
             rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)))
            return EndOfAddress(rest);
        if (first is '@' or '#' && rest.Length > 1 && (char.IsLetter(rest[1]) || rest[1] == '_'))
        {
            int n = 2;
            while (n < rest.Length && Tokeniser.IsWordPart(rest[n]))
                n++;
            return n;
        }
        return char.IsAsciiLetterOrDigit(first) ? HostOrMailbox(rest) : 0;
    }

    // "name@host.org", "host.org", "host.org/page".
    private static int HostOrMailbox(ReadOnlySpan<char> rest)
    {
        int n = 0, lastDot = -1;
        bool mail = false, letters = false;
        for (; n < rest.Length && n < LookAhead; n++)
        {
            char c = rest[n];
            if (c == '@' && n > 0 && !mail)
            {
                mail = true;
                lastDot = -1;
            }
            else if (c == '.' && n + 1 < rest.Length && char.IsAsciiLetterOrDigit(rest[n + 1]))
                lastDot = n;
            else if (c == '.' && n > 0 && IsHidden(rest[n..]))
                n += 2;
            else if (char.IsAsciiLetter(c))
                letters = true;
            else if (!char.IsAsciiDigit(c) && c is not ('-' or '_' or '+'))
                break;
        }
        // Old mail hides part of a name ("abc...@host.org"), and within an office the host has no dot.
        if (mail && lastDot <= 0)
            return n < LookAhead && rest[n - 1] != '@' && char.IsAsciiLetter(rest[n - 1]) ? n : 0;
        if (lastDot <= 0 || !letters || n == LookAhead)
            return 0;
        while (n > lastDot + 1 && !char.IsAsciiLetterOrDigit(rest[n - 1]))
            n--;
        var top = rest[(lastDot + 1)..n];
        if (mail)
            return n;
        if (!TopDomains.GetAlternateLookup<ReadOnlySpan<char>>().Contains(top) || lastDot < 2)
            return 0;
        return n < rest.Length && rest[n] == '/' ? EndOfAddress(rest) : n;
    }

    private static bool IsHidden(ReadOnlySpan<char> rest) => rest.StartsWith("...@", StringComparison.Ordinal);

    private static int EndOfAddress(ReadOnlySpan<char> rest)
    {
        int n = 0;
        while (n < rest.Length && n < Tokeniser.LongestToken && !Tokeniser.IsBlank(rest[n]) && rest[n] is not ('<' or '>' or '"' or '“' or '”'))
            n++;
        while (n > 1 && rest[n - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or ')' or ']' or '}')
            n--;
        return n;
    }
}
