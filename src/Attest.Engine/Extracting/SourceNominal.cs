using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>The words that name a source: its nominal with what narrows it, without clauses and listeners hung on it.</summary>
internal static class SourceNominal
{
    public static List<int> Of(Sentence s, int head, IReadOnlySet<int>? within = null)
    {
        var words = new List<int>();
        Add(s, head, words);
        words.Sort();
        while (words.Count > 1 && s.IsPunctuation(words[^1]))
            words.RemoveAt(words.Count - 1);
        while (words.Count > 1 && s.IsPunctuation(words[0]))
            words.RemoveAt(0);
        return words;
    }

    private static void Add(Sentence s, int token, List<int> words)
    {
        if (words.Count > s.Tokens.Length)
            return;
        words.Add(token);
        foreach (int c in s.Children(token))
        {
            string r = s.Tokens[c].BaseRelation;
            bool clause = r is "acl" or "parataxis" or "advcl" or "ccomp" or "cop" or "nsubj" or "aux" or "discourse" or "dep" or "xcomp";
            bool preposition = r == "case" && token == words[0];
            if (!clause && !preposition)
                Add(s, c, words);
        }
    }
}
