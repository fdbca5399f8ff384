using System.Collections.Immutable;
using System.Text;
using Attest.Engine.Text;

namespace Attest.Tests.Text;

/// <summary>Sentences tagged by hand, without syntax: "Twelve_CD miners_NNS died_VBD ._." (a plus joins to the word before).</summary>
internal static class Hand
{
    public static (string Text, Sentence Sentence) Tagged(string words)
    {
        var text = new StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        foreach (string word in words.Split(' '))
        {
            int cut = word.LastIndexOf('_');
            string form = word[..cut].TrimStart('+'), tag = word[(cut + 1)..];
            if (text.Length > 0 && word[0] != '+')
                text.Append(' ');
            int start = text.Length;
            text.Append(form);
            string lower = form.ToLowerInvariant();
            tokens.Add(new(new(start, text.Length), form, lower, lower, TagOf(tag), tag, tokens.Count == 0 ? -1 : 0, tokens.Count == 0 ? "root" : "dep"));
        }
        return (text.ToString(), new(0, 0, new(0, text.Length), tokens.ToImmutable(), []));
    }

    private static PartOfSpeech TagOf(string fine) => fine switch
    {
        "NNP" or "NNPS" => PartOfSpeech.Propn,
        _ when fine.StartsWith("NN", StringComparison.Ordinal) => PartOfSpeech.Noun,
        _ when fine.StartsWith("VB", StringComparison.Ordinal) => PartOfSpeech.Verb,
        "MD" => PartOfSpeech.Aux,
        "CD" => PartOfSpeech.Num,
        "IN" => PartOfSpeech.Adp,
        "DT" => PartOfSpeech.Det,
        _ when fine.StartsWith("JJ", StringComparison.Ordinal) => PartOfSpeech.Adj,
        _ when fine.StartsWith("RB", StringComparison.Ordinal) => PartOfSpeech.Adv,
        _ => PartOfSpeech.X,
    };
}
