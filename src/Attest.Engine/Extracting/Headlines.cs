using Attest.Engine.Model;

namespace Attest.Engine.Extracting;

/// <summary>
/// The headline (R22) is no evidence and never words a claim: it only mentions what the body statement that it shortens states, in
/// that one's voice, by that one's speaker; a headline that shortens none says nothing.
/// </summary>
internal static class Headlines
{
    /// <summary>Share of the headline's words that the body statement must hold.</summary>
    private const double Shortens = 0.6;

    public static void Add(Report report, StatementList statements)
    {
        var words = Words(report.Title);
        if (words.Count < 2)
            return;
        int best = -1;
        double bestShare = 0;
        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i].Kind == ClaimKind.Utterance || statements[i].Voice == Voice.Denies)
                continue;
            var body = Words(statements[i].Wording);
            double share = (double)words.Count(body.Contains) / words.Count;
            if (share > bestShare)
                (best, bestShare) = (i, share);
        }
        if (best < 0 || bestShare < Shortens)
            return;
        var shortened = statements[best];
        statements.Add(shortened with { Id = statements.NextId, Sentence = -1, About = null, Withdraws = null, OwnAccess = false });
    }

    /// <summary>Words by their first five letters, which joins most forms of one word.</summary>
    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (string word in text.ToLowerInvariant().Split([' ', ',', '.', ':', ';', '\'', '’', '"', '“', '”', '?', '!', '-', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
            if (word.Length > 3 || char.IsDigit(word[0]))
                words.Add(word.Length > 5 ? word[..5] : word);
        return words;
    }
}
