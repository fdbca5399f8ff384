namespace Attest.Engine.Matching;

/// <summary>How what a statement says bears on what a claim says.</summary>
internal enum Relation
{
    /// <summary>Neither bears on the other.</summary>
    Unrelated,

    /// <summary>They say the same.</summary>
    Same,

    /// <summary>The statement is the more specific: where it is so, the claim is so (R2).</summary>
    Entails,

    /// <summary>The claim is the more specific.</summary>
    EntailedBy,

    /// <summary>They cannot both be so: same subject, scope and as-of (R9).</summary>
    Contradicts,

    /// <summary>The same subject in another state or at another figure, at a later time: the one follows the other.</summary>
    Follows,
}
