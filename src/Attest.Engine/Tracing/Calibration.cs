namespace Attest.Engine.Tracing;

/// <summary>Values that decide what rests on what. Those of passages were fitted on the set `copies` (five folds by source) and are guarded by that measure.</summary>
internal static class Calibration
{
    /// <summary>Words in a row that count as shared. Of 3 to 8 the shortest at which articles on one event written anew share almost nothing (95 % of them under 2 %).</summary>
    public const int GramLength = 4;

    /// <summary>One gram in so many is kept in the sketch that finds candidates: a copied sentence of 13 words is overlooked once in 1,000 times.</summary>
    public const ulong SketchModulus = 2;

    /// <summary>Texts with fewer grams than this are compared exactly with every earlier one: a sketch of so few would miss.</summary>
    public const int AlwaysCompared = 64;

    /// <summary>Least share of a text's grams, quotations left out, that another one must hold too. Heavy rewrites hold 7.8 % and more, articles on one event 5.5 % at most.</summary>
    public const double LeastShare = 0.06;

    /// <summary>Least number of shared grams outside the sentence that shares most: one sentence that tells one fact alike ("... were trapped on Monday after an
    /// explosion at the ... mine") is what independent reports share.</summary>
    public const int LeastOutsideBestSentence = 3;

    /// <summary>Or so many grams of one sentence, …</summary>
    public const int WholeSentenceGrams = 10;

    /// <summary>… which must be this share of it: then the sentence was carried over.</summary>
    public const double WholeSentenceShare = 0.8;

    /// <summary>So many grams of one sentence are enough where the text names the other's outlet in brackets: a sentence of eight words. A choice, not fitted.</summary>
    public const int CreditedSentenceGrams = 5;

    /// <summary>Share of a statement's words that must lie in shared passages for it to be the other report's; less than half is a matter of names and figures.</summary>
    public const double CarriedShare = 0.5;

    /// <summary>Share of content lemmas, of the statement that has fewer, from which two statements of reports that are known to be related tell the same.</summary>
    public const double SameContent = 0.6;

    /// <summary>The same, for statements of one speaker or owner: only to say which earlier report already had it.</summary>
    public const double SimilarContent = 0.5;

    /// <summary>Share of a quotation's words, in order, from which two quotations are the same.</summary>
    public const double SameQuotation = 0.8;

    /// <summary>Shortest quotation, in words, that is told apart from a turn of phrase.</summary>
    public const int ShortestQuotation = 4;

    /// <summary>Shortest name, in letters, in which a misspelling is recognised.</summary>
    public const int ShortestMisspeltName = 5;
}
