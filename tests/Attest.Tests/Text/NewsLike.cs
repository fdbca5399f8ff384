using System.Collections.Immutable;
using Attest.Engine.Text;
using CsCheck;

namespace Attest.Tests.Text;

/// <summary>Sentences out of the words that figures and dates are made of, in any order, with random tags and trees.</summary>
internal static class NewsLike
{
    private static readonly string[] Words =
    [
        "12", "3.5", "48,000", "one", "two", "twenty", "hundred", "thousand", "million", "trillion", "dozen", "dozens", "tens", "of", "and", "a", "half", "third", "-", "–", "/", ":",
        "$", "US$", "€", "%", "percent", "per", "cent", "k", "bn", "m", "°", "C", "at", "least", "more", "than", "up", "to", "from", "between", "or", "by", "within", "in", "on", "the",
        "people", "miners", "days", "years", "ago", "earlier", "old", "May", "Feb.", "January", "Tuesday", "Sun", "2016", "1990", "s", "th", "'s", "’90s", "a.m.", "p.m.", "GMT", "noon",
        "last", "next", "this", "week", "weekend", "quarter", "first", "early", "end", "spring", "winter", "today", "tomorrow", "night", "morning", "will", "(", ")", ",", ".", "\"", "½",
        "99999999999999", "0", "2026-02-30", "31/04/2026", "13.01.2026", "2.0.1.", "http://a.b/1", "#12", "İ", "\ud83d", "No.", "fell", "said", "century", "decade", "400", "by", "24",
    ];

    public static readonly Gen<(string Text, Sentence Sentence)> Sentences =
        Gen.Select(Pick(Words), Gen.Bool).Array[0, 40].SelectMany(words =>
        {
            string text = string.Concat(words.Select(w => w.Item1 + (w.Item2 ? " " : "")));
            int[] starts = [.. words.Select((_, i) => words.Take(i).Sum(w => w.Item1.Length + (w.Item2 ? 1 : 0)))];
            return Gen.Select(Gen.Int[-1, Math.Max(0, words.Length - 1)], Gen.Enum<PartOfSpeech>(), Pick("NN", "NNS", "NNP", "VBD", "VBZ", "VB", "VBN", "MD", "CD", "IN"),
                    Pick("nummod", "compound", "aux", "mark", "nsubj", "case", "xcomp")).Array[words.Length]
                .Select(tags => (text, new Sentence(0, 0, new(0, text.Length),
                    [.. tags.Select((t, i) => new Token(new(starts[i], starts[i] + words[i].Item1.Length), words[i].Item1, words[i].Item1.ToLowerInvariant(), words[i].Item1.ToLowerInvariant(), t.Item2, t.Item3, t.Item1 >= i ? -1 : t.Item1, t.Item4))], [])));
        });

    /// <summary>One of the given words.</summary>
    public static Gen<string> Pick(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    /// <summary>A sentence of one token without tags to go by, spaces between.</summary>
    public static Sentence Bare(string words)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        int at = 0;
        foreach (string word in words.Split(' '))
        {
            tokens.Add(new(new(at, at + word.Length), word, word.ToLowerInvariant(), word.ToLowerInvariant(), PartOfSpeech.X, "", tokens.Count == 0 ? -1 : 0, "dep"));
            at += word.Length + 1;
        }
        return new(0, 0, new(0, words.Length), tokens.ToImmutable(), []);
    }
}
