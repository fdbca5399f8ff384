using System.Collections.Frozen;

namespace Attest.Engine.Text;

/// <summary>Marks and symbols: runs of the same mark, runs of final marks and faces are one token, every other mark stands alone.</summary>
internal static class PunctuationToken
{
    private static readonly FrozenSet<string> Faces = ":) :( :-) :-( ;) ;-) =) =( :D :P :/ ;D :-D".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Length of the mark at the start of <paramref name="rest"/>; at least 1.</summary>
    public static int LengthAt(ReadOnlySpan<char> rest, char before)
    {
        char c = rest[0];
        if (c is ':' or ';' or '=' && Tokeniser.IsBlank(before))
            for (int n = 3; n >= 2; n--)
                if (rest.Length >= n && Faces.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest[..n]) && (rest.Length == n || Tokeniser.IsBlank(rest[n])))
                    return n;
        if (char.IsHighSurrogate(c))
            return rest.Length > 1 && char.IsLowSurrogate(rest[1]) ? 2 : 1;
        if (c is '.' or '!' or '?' or '…')
            return Length(rest, x => x is '.' or '!' or '?' or '…');
        if (c is '-' or '*' or '=' or '_' or '~' or '+' or '<' or '>' or '\'' or '`' or '’' or '‘' or '—' or '$' or '#')
            return SameLength(rest, c);
        return 1;
    }

    /// <summary>Whether a token is a face (":)").</summary>
    public static bool IsFace(ReadOnlySpan<char> token) => Faces.GetAlternateLookup<ReadOnlySpan<char>>().Contains(token);

    private static int SameLength(ReadOnlySpan<char> rest, char c)
    {
        int n = 1;
        while (n < rest.Length && rest[n] == c)
            n++;
        return n;
    }

    private static int Length(ReadOnlySpan<char> rest, Func<char, bool> test)
    {
        int n = 1;
        while (n < rest.Length && test(rest[n]))
            n++;
        return n;
    }
}
