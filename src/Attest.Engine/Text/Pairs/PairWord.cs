namespace Attest.Engine.Text.Pairs;

/// <summary>A word as the pair model compares it.</summary>
/// <param name="Key">Hash of its dictionary form in lower case.</param>
/// <param name="Form">Hash of it as written, in lower case.</param>
/// <param name="Id">Its number in the lexicon, as written or else by its dictionary form; −1 for a word that it does not hold.</param>
/// <param name="LemmaId">The number of its dictionary form.</param>
/// <param name="Weight">How much it tells, from its rarity in English: 0.25 to 1.</param>
/// <param name="Sort">What sort of word it is.</param>
/// <param name="Head">Index of its head; −1 for a root.</param>
/// <param name="Relation">Its relation to it, without subtype; see <see cref="Relations"/>.</param>
internal readonly record struct PairWord(uint Key, uint Form, int Id, int LemmaId, float Weight, WordSort Sort, int Head, int Relation)
{
    /// <summary>Whether it carries matter.</summary>
    public bool IsContent => Sort != WordSort.Function && Sort != WordSort.Mark;
}

/// <summary>Sorts of words that the pair model tells apart.</summary>
internal enum WordSort
{
    /// <summary>Punctuation.</summary>
    Mark,

    /// <summary>Grammar only.</summary>
    Function,

    /// <summary>A noun.</summary>
    Noun,

    /// <summary>A verb.</summary>
    Verb,

    /// <summary>An adjective or adverb.</summary>
    Quality,

    /// <summary>Part of a proper name.</summary>
    Name,

    /// <summary>A figure or number word.</summary>
    Number,
}

/// <summary>Relations of syntax by what they make of the word: only such as stand for one another have one number.</summary>
internal static class Relations
{
    /// <summary>Who acts.</summary>
    public const int Subject = 1;

    /// <summary>What is acted on, be it the subject of a passive.</summary>
    public const int Object = 2;

    /// <summary>An adjunct or a noun's complement.</summary>
    public const int Oblique = 3;

    /// <summary>A clause or a predicate.</summary>
    public const int Clause = 4;

    /// <summary>What qualifies a noun or verb.</summary>
    public const int Modifier = 5;

    /// <summary>The rest.</summary>
    public const int Other = 6;

    /// <summary>The number of a relation with its subtype.</summary>
    public static int Of(string relation) => relation switch
    {
        "nsubj" or "obl:agent" or "csubj" => Subject,
        "obj" or "nsubj:pass" or "iobj" => Object,
        "obl" or "nmod" or "nmod:poss" => Oblique,
        "root" or "conj" or "ccomp" or "xcomp" or "advcl" or "acl" or "acl:relcl" or "parataxis" => Clause,
        "amod" or "compound" or "advmod" or "nummod" or "appos" or "flat" => Modifier,
        _ => Other,
    };
}
