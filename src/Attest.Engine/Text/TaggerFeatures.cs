using static Attest.Engine.Text.FeatureHash;

namespace Attest.Engine.Text;

/// <summary>What the tagger looks at: the word, its ending and shape, its neighbours, their classes, and the two tags before it.</summary>
internal static class TaggerFeatures
{
    /// <summary>More than there are.</summary>
    public const int Most = 64;

    /// <summary>Writes the features of word <paramref name="i"/> and gives their number.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="i">The word.</param>
    /// <param name="tag1">Tag of the word before; −1 at the start.</param>
    /// <param name="tag2">Tag of the word before that; −1 at the start.</param>
    /// <param name="to">At least <see cref="Most"/> long.</param>
    public static int Of(WordBuffer words, int i, int tag1, int tag2, Span<uint> to)
    {
        ref readonly var w = ref words[i];
        ref readonly var a = ref words[i - 1];
        ref readonly var a2 = ref words[i - 2];
        ref readonly var b = ref words[i + 1];
        ref readonly var b2 = ref words[i + 2];
        uint t1 = (uint)(tag1 + 2), t2 = (uint)(tag2 + 2);
        int n = 0;
        uint template = 0;

        Add(to, 7);
        Add(to, w.Lower);
        Add(to, w.Form);
        Add(to, w.Shape);
        Add(to, w.Suffix1);
        Add(to, w.Suffix2);
        Add(to, w.Suffix3);
        Add(to, w.Suffix4);
        Add(to, w.Prefix1);
        Add(to, w.Prefix2);
        Add(to, w.Prefix3);
        Add(to, t1);
        Add(to, Mix(t1, t2));
        Add(to, Mix(t1, w.Lower));
        Add(to, a.Lower);
        Add(to, a2.Lower);
        Add(to, b.Lower);
        Add(to, b2.Lower);
        Add(to, Mix(w.Lower, a.Lower));
        Add(to, Mix(w.Lower, b.Lower));
        Add(to, Mix(a.Lower, b.Lower));
        Add(to, Mix(a.Lower, a2.Lower));
        Add(to, Mix(b.Lower, b2.Lower));
        Add(to, a.Suffix3);
        Add(to, b.Suffix3);
        Add(to, b.Suffix2);
        Add(to, b.Shape);
        Add(to, Mix(w.Shape, i == 0 ? 1u : 0u));
        Add(to, Mix(w.Shape, a.Shape, b.Shape));
        Add(to, Mix(w.Shape, t1));
        Add(to, Mix(w.Suffix3, t1));
        Add(to, Mix(w.Suffix2, t1, t2));

        Add(to, w.Fine);
        Add(to, w.Coarse);
        Add(to, Mix(w.Fine, t1));
        Add(to, a.Fine);
        Add(to, b.Fine);
        Add(to, b2.Fine);
        Add(to, Mix(w.Fine, b.Fine));
        Add(to, Mix(a.Fine, w.Fine));
        Add(to, Mix(w.Coarse, t1, b.Coarse));
        Add(to, Mix(w.Fine, w.Shape));
        Add(to, Mix(w.Lower, b.Fine));

        Add(to, w.Lexical);
        Add(to, Mix(w.Lexical, w.Suffix2));
        Add(to, Mix(w.Lexical, t1, b.Lexical));
        Add(to, Mix(w.Lexical, w.Shape, t1));
        Add(to, Mix(b.Lexical, b.Suffix2, w.Lower));
        Add(to, Mix(b.Lexical, w.Lexical, b2.Lexical));
        Add(to, Mix(w.Lower, t1, b.Lexical));
        return n;

        void Add(Span<uint> features, uint value) => features[n++] = Mix(++template, value);
    }
}
