using System.Collections.Immutable;

namespace Attest.Engine.Tracing;

/// <summary>One word of a text as passages are compared by it.</summary>
/// <param name="Hash">64 bits of its lower-case form; equal words have equal hashes, and two different ones clash once in 10¹³ texts.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Quoted">Whether it stands between quotation marks.</param>
/// <param name="Sentence">Number of its sentence, by full stops and line ends alone.</param>
internal readonly record struct Word(ulong Hash, Span Span, bool Quoted, int Sentence);

/// <summary>Takes a text apart into words, fast and without syntax: what copying leaves alone.</summary>
internal static class Words
{
    /// <summary>The words of a text in order.</summary>
    public static ImmutableArray<Word> Of(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>(text.Length / 5);
        bool quoted = false;
        int sentence = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsLetterOrDigit(c))
            {
                int end = EndOfWord(text, i);
                words.Add(new Word(Hash(text.AsSpan(i, end - i)), new Span(i, end), quoted, sentence));
                i = end - 1;
            }
            else if (c is '“' or '«' or '„' || Doubled(text, i, '`'))
                quoted = true;
            else if (c is '”' or '»' || Doubled(text, i, '\''))
                quoted = false;
            else if (c == '"')
                quoted = !quoted;
            else if (c is '.' or '!' or '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is '"' or '”'))
                sentence++;
            else if (c == '\n')
            {
                sentence++;
                // A quotation that a paragraph leaves open is as often a mark lost as one that goes on.
                quoted = false;
            }
        }
        return words.ToImmutable();
    }

    /// <summary>Hash of a word (FNV-1a over its lower-case letters).</summary>
    public static ulong Hash(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in word)
            hash = (hash ^ (c == '’' ? '\'' : char.ToLowerInvariant(c))) * 1099511628211;
        return hash;
    }

    private static bool Doubled(string text, int i, char mark) => text[i] == mark && i + 1 < text.Length && text[i + 1] == mark;

    private static int EndOfWord(string text, int i)
    {
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))))
            i++;
        return i;
    }
}
