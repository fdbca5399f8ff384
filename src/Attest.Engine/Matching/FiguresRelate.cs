using Attest.Engine.Text;

namespace Attest.Engine.Matching;

/// <summary>What a stated figure does to a claimed one of the same series: each value is a claim of its own (R10).</summary>
internal static class FiguresRelate
{
    /// <summary>Relation of two figures.</summary>
    /// <param name="words">How the propositions compare without their figures.</param>
    /// <param name="stated">The figure stated.</param>
    /// <param name="claimed">The figure claimed.</param>
    /// <param name="sameScope">Whether both count the same thing, and neither names a place or person that the other does not.</param>
    /// <param name="sameTime">Whether both have the same as-of, or a fall follows so soon that one of the two must be wrong.</param>
    public static Relation Of(Relation words, Quantity stated, Quantity claimed, bool sameScope, bool sameTime)
    {
        if (NumbersDisagree.Equal(stated, claimed))
            return sameScope ? Relation.Same : words == Relation.Unrelated ? Relation.Follows : words;
        if (NumbersDisagree.Gives(stated, claimed))
            return words is Relation.Same or Relation.Entails ? Relation.Entails : Relation.Follows;
        if (NumbersDisagree.Gives(claimed, stated))
            return words is Relation.Same or Relation.EntailedBy ? Relation.EntailedBy : Relation.Follows;
        return sameTime && NumbersDisagree.Disagree(stated, claimed) ? Relation.Contradicts : Relation.Follows;
    }
}
