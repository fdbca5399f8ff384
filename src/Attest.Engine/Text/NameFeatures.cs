using static Attest.Engine.Text.FeatureHash;

namespace Attest.Engine.Text;

/// <summary>What the name finder looks at: the word, its neighbours, tags, classes and the run of capitalised words it stands in.</summary>
internal static class NameFeatures
{
    /// <summary>More than there are.</summary>
    public const int Most = 96;

    // No name is longer; bounds the looking for a run's ends.
    private const int LongestRun = 12;

    /// <summary>Writes the features of word <paramref name="i"/> and gives their number.</summary>
    /// <param name="words">The tagged sentence.</param>
    /// <param name="i">The word.</param>
    /// <param name="label1">Label of the word before.</param>
    /// <param name="label2">Label of the word before that.</param>
    /// <param name="to">At least <see cref="Most"/> long.</param>
    public static int Of(WordBuffer words, int i, int label1, int label2, Span<uint> to)
    {
        ref readonly var w = ref words[i];
        ref readonly var a = ref words[i - 1];
        ref readonly var a2 = ref words[i - 2];
        ref readonly var b = ref words[i + 1];
        ref readonly var b2 = ref words[i + 2];
        uint l1 = (uint)(label1 + 2), l2 = (uint)(label2 + 2);
        int n = 0;
        uint template = 500;

        Add(to, 1);
        Add(to, w.Lower);
        Add(to, w.Form);
        Add(to, w.Shape);
        Add(to, Mix(w.Shape, i == 0 ? 1u : 2u));
        Add(to, w.Prefix2);
        Add(to, w.Prefix3);
        Add(to, w.Prefix4);
        Add(to, w.Suffix2);
        Add(to, w.Suffix3);
        Add(to, w.Suffix4);
        Add(to, a.Lower);
        Add(to, b.Lower);
        Add(to, a2.Lower);
        Add(to, b2.Lower);
        Add(to, Mix(a.Lower, w.Lower));
        Add(to, Mix(w.Lower, b.Lower));
        Add(to, Mix(a.Lower, a2.Lower));
        Add(to, Mix(b.Lower, b2.Lower));

        Add(to, l1);
        Add(to, Mix(l1, l2));
        Add(to, Mix(l1, w.Lower));
        Add(to, Mix(l1, w.Shape));
        Add(to, Mix(l1, w.Xpos));
        Add(to, Mix(l1, w.Fine));
        Add(to, Mix(l1, a.Lower));
        Add(to, Mix(l1, w.Coarse, b.Shape));

        Add(to, w.Xpos);
        Add(to, a.Xpos);
        Add(to, b.Xpos);
        Add(to, Mix(a.Xpos, w.Xpos));
        Add(to, Mix(w.Xpos, b.Xpos));
        Add(to, Mix(a.Xpos, w.Xpos, b.Xpos));
        Add(to, Mix(w.Xpos, w.Shape));

        Add(to, w.Fine);
        Add(to, a.Fine);
        Add(to, b.Fine);
        Add(to, a2.Fine);
        Add(to, b2.Fine);
        Add(to, w.Coarse);
        Add(to, a.Coarse);
        Add(to, b.Coarse);
        Add(to, Mix(w.Fine, w.Shape));
        Add(to, Mix(a.Fine, w.Shape));
        Add(to, Mix(b.Fine, w.Shape));
        Add(to, Mix(a.Coarse, w.Shape, b.Coarse));
        Add(to, Mix(a.Fine, w.Fine));
        Add(to, Mix(w.Fine, b.Fine));
        Add(to, Mix(w.Lexical, w.Shape));

        uint gazetteer = w.Gazetteer + (w.PairGazetteer * 4) + (b.PairGazetteer * 16);
        Add(to, gazetteer);
        Add(to, Mix(gazetteer, w.Shape));
        Add(to, Mix(gazetteer, l1));
        Add(to, Mix(a.Gazetteer, w.Shape));
        Add(to, Mix(b.Gazetteer, w.Shape));

        Add(to, a.Shape);
        Add(to, b.Shape);
        Add(to, Mix(a.Shape, w.Shape, b.Shape));
        Add(to, Mix(w.Shape, a.Lower));
        Add(to, Mix(w.Shape, b.Lower));

        if (w.Capital)
        {
            int first = i, last = i;
            while (first > 0 && i - first < LongestRun && words[first - 1].Capital)
                first--;
            while (last + 1 < words.Count && last - i < LongestRun && words[last + 1].Capital)
                last++;
            Add(to, words[last].Lower);
            Add(to, words[last + 1].Lower);
            Add(to, words[first - 1].Lower);
            Add(to, words[first].Lower);
            Add(to, Mix((uint)(last - i), (uint)(i - first)));
            Add(to, words[last].Fine);
            Add(to, words[first].Fine);
            Add(to, words[last].Suffix3);
            Add(to, words[last + 1].Fine);
            Add(to, words[first - 1].Fine);
            Add(to, Mix(words[first].Fine, words[last].Fine));
            Add(to, Mix(words[first - 1].Lower, words[last + 1].Xpos));
        }
        return n;

        void Add(Span<uint> features, uint value) => features[n++] = Mix(++template, value);
    }
}
