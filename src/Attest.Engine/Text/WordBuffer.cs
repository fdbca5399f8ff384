using System.Buffers;

namespace Attest.Engine.Text;

/// <summary>
/// The words of one sentence as the classifiers see them: hashes and classes in place of strings. Filled anew for each sentence; one thread uses one buffer.
/// </summary>
internal sealed class WordBuffer(WordClasses classes)
{
    private const uint Url = 0x11111111, Year = 0x22222222, Figure = 0x33333333;

    /// <summary>Stands where an affix would be as long as the word.</summary>
    private const uint NoAffix = 3;

    /// <summary>Where the word after the last stands.</summary>
    private const uint NoEnclosure = 9;

    private static readonly uint Comma = FeatureHash.Of(","), Bracket = FeatureHash.Of("("), BracketEnd = FeatureHash.Of(")"), SquareBracket = FeatureHash.Of("["), SquareBracketEnd = FeatureHash.Of("]");

    private static readonly SearchValues<char> FigureCharacters = SearchValues.Create("0123456789.,");

    private Word[] words = new Word[256];

    // For words taken from a longer buffer: where each stood, and one word after the last that knows the punctuation before it.
    private int[] origins = new int[256];
    private bool wordsOnly;

    /// <summary>Number of words.</summary>
    public int Count { get; private set; }

    /// <summary>A word, or the mark of the sentence's start or end for places before and after it.</summary>
    public ref readonly Word this[int i] => ref i < 0 ? ref Word.Before : ref i < Count || (wordsOnly && i == Count) ? ref words[i] : ref Word.After;

    /// <summary>Empties the buffer.</summary>
    public void Clear()
    {
        Count = 0;
        wordsOnly = false;
    }

    /// <summary>
    /// Takes over the words of a tagged sentence. Its punctuation is left out and becomes a property of the words beside it (Ma et al. 2014): syntax is then a
    /// matter of words alone.
    /// </summary>
    public void TakeWords(WordBuffer tagged)
    {
        if (tagged.Count >= words.Length)
        {
            Array.Resize(ref words, tagged.Count * 2);
            Array.Resize(ref origins, tagged.Count * 2);
        }
        Count = 0;
        wordsOnly = true;
        uint before = 0;
        int depth = 0;
        bool quoted = false;
        for (int i = 0; i <= tagged.Count; i++)
        {
            ref readonly var word = ref tagged[i];
            if (i < tagged.Count && word.Upos == TagSet.Punctuation)
            {
                before = FeatureHash.Mix(before, word.Lower);
                if (word.Lower == Bracket || word.Lower == SquareBracket)
                    depth++;
                else if (word.Lower == BracketEnd || word.Lower == SquareBracketEnd)
                    depth = Math.Max(0, depth - 1);
                else if (PunctuationMarks.MayOpen(word.Lower) || PunctuationMarks.MayClose(word.Lower))
                    quoted = PunctuationMarks.MayOpen(word.Lower) && !(quoted && PunctuationMarks.MayClose(word.Lower));
                continue;
            }
            origins[Count] = i;
            words[Count] = word;
            words[Count].PunctuationBefore = before;
            words[Count].Enclosure = i == tagged.Count ? NoEnclosure : (uint)((Math.Min(depth, 3) * 2) + (quoted ? 1 : 0));
            before = 0;
            if (i < tagged.Count)
                Count++;
        }
        if (tagged.Count > 0)
        {
            words[Count].Commas = tagged[tagged.Count - 1].Commas;
            words[Count].Marks = tagged[tagged.Count - 1].Marks;
        }
    }

    /// <summary>Where a word that was taken over stood; one after the last for the number of words.</summary>
    public int Origin(int word) => origins[word];

    /// <summary>Adds the next word of the sentence.</summary>
    /// <param name="form">As written.</param>
    /// <param name="lower">In lower case.</param>
    public void Add(ReadOnlySpan<char> form, ReadOnlySpan<char> lower)
    {
        if (Count == words.Length)
            Array.Resize(ref words, Count * 2);
        uint hash = FeatureHash.Of(lower);
        var known = classes.Of(hash);
        uint pair = Count == 0 ? 0 : FeatureHash.Of(lower, FeatureHash.Of(" ", words[Count - 1].Raw));
        words[Count++] = new Word
        {
            Raw = hash,
            Form = FeatureHash.Of(form),
            Lower = Normalised(lower, hash),
            Shape = ShapeOf(form),
            Prefix1 = Prefix(lower, 1),
            Prefix2 = Prefix(lower, 2),
            Prefix3 = Prefix(lower, 3),
            Prefix4 = Prefix(lower, 4),
            Suffix1 = Suffix(lower, 1),
            Suffix2 = Suffix(lower, 2),
            Suffix3 = Suffix(lower, 3),
            Suffix4 = Suffix(lower, 4),
            Fine = known.Fine,
            Coarse = known.Coarse,
            Lexical = known.Lexical,
            Gazetteer = (uint)known.Lexical >> 6,
            PairGazetteer = pair == 0 ? 0 : (uint)classes.Of(pair).Lexical >> 6,
            Capital = char.IsUpper(form[0]),
            Tag = -1,
        };
    }

    /// <summary>Sets the tag of a word; the words before it have theirs.</summary>
    public void SetTag(int i, int tag, uint upos, uint xpos)
    {
        words[i].Tag = tag;
        words[i].Upos = upos;
        words[i].Xpos = xpos;
        ref readonly var before = ref this[i - 1];
        words[i].Verbs = (ushort)(before.Verbs + (upos == TagSet.Verb ? 1 : 0));
        words[i].Commas = (ushort)(before.Commas + (upos == TagSet.Punctuation && words[i].Lower == Comma ? 1 : 0));
        words[i].Marks = (ushort)(before.Marks + (upos == TagSet.Punctuation && words[i].Lower != Comma ? 1 : 0));
        words[i].Conjunctions = (ushort)(before.Conjunctions + (upos == TagSet.Conjunction ? 1 : 0));
    }

    /// <summary>Which of verb, comma, conjunction and other mark stand between two words of a buffer without punctuation: a set of bits.</summary>
    /// <param name="first">The left word.</param>
    /// <param name="end">The right word; the number of words for the root.</param>
    public uint Between(int first, int end)
    {
        ref readonly var from = ref words[first];
        ref readonly var to = ref words[end - 1];
        ref readonly var at = ref words[end];
        return (to.Verbs > from.Verbs ? 1u : 0) | (at.Commas > from.Commas ? 2u : 0) | (to.Conjunctions > from.Conjunctions ? 4u : 0) | (at.Marks > from.Marks ? 8u : 0);
    }

    private static uint Prefix(ReadOnlySpan<char> word, int n) => word.Length > n ? FeatureHash.Of(word[..n]) : NoAffix;

    private static uint Suffix(ReadOnlySpan<char> word, int n) => word.Length > n ? FeatureHash.Of(word[^n..]) : NoAffix;

    // Figures and addresses are endless in number: what matters is their form.
    private static uint Normalised(ReadOnlySpan<char> lower, uint hash)
    {
        if (!lower.ContainsAnyInRange('0', '9'))
            return lower.StartsWith("http", StringComparison.Ordinal) ? Url : hash;
        if (lower.Length == 4 && lower.IndexOfAnyExceptInRange('0', '9') < 0)
            return Year;
        if (lower.IndexOfAnyExcept(FigureCharacters) < 0)
            return Figure;
        uint h = 2166136261;
        foreach (char c in lower)
            h = (h ^ (char.IsAsciiDigit(c) ? '0' : c)) * 16777619;
        return h;
    }

    // "Xxx" for a capitalised word of three letters and more, "X.X." for initials: runs of one kind are cut at two.
    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        uint h = 2166136261;
        char last = '\0';
        int run = 0, length = 0;
        foreach (char c in form)
        {
            char kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run > 2)
                continue;
            h = (h ^ kind) * 16777619;
            if (++length == 12)
                break;
        }
        return h;
    }

    /// <summary>One word as the classifiers see it.</summary>
    internal struct Word
    {
        /// <summary>Stands before the first word.</summary>
        public static readonly Word Before = Edge(1);

        /// <summary>Stands after the last word.</summary>
        public static readonly Word After = Edge(2);

        public uint Form, Lower, Shape, Prefix1, Prefix2, Prefix3, Prefix4, Suffix1, Suffix2, Suffix3, Suffix4, Fine, Coarse, Lexical, Upos, Xpos, Raw, Gazetteer, PairGazetteer, PunctuationBefore, Enclosure;
        public ushort Verbs, Commas, Marks, Conjunctions;
        public bool Capital;
        public int Tag;

        private static Word Edge(uint mark) => new()
        {
            Form = mark,
            Lower = mark,
            Shape = mark,
            Suffix3 = mark,
            Fine = 0xFFF0 + mark,
            Coarse = 0xF0 + mark,
            Lexical = 0x100 + mark,
            Upos = mark,
            Xpos = mark,
            Tag = -1,
        };
    }
}
