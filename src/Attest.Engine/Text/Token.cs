namespace Attest.Engine.Text;

/// <summary>One word of a sentence with its tags and its place in the dependency tree (Universal Dependencies v2, English).</summary>
/// <param name="Span">Where it stands in the whole text.</param>
/// <param name="Form">The word as written.</param>
/// <param name="Lower">The word in lower case (invariant).</param>
/// <param name="Lemma">Its dictionary form in lower case; proper nouns keep their case.</param>
/// <param name="Tag">Universal part of speech.</param>
/// <param name="FineTag">Penn Treebank tag ("VBD", "NNP").</param>
/// <param name="Head">Index of its head within the sentence; −1 for the root.</param>
/// <param name="Relation">Relation to its head, with subtype ("nsubj:pass").</param>
public sealed record Token(Span Span, string Form, string Lower, string Lemma, PartOfSpeech Tag, string FineTag, int Head, string Relation)
{
    /// <summary>The relation without its subtype: "nsubj" for "nsubj:pass".</summary>
    public string BaseRelation { get; } = Relation.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? Relation[..colon] : Relation;

    /// <summary>The word hung anew. Not "with": the relation without subtype is made when a token is created.</summary>
    internal Token Hung(int head, string relation) => new(Span, Form, Lower, Lemma, Tag, FineTag, head, relation);
}
