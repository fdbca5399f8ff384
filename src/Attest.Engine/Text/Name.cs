namespace Attest.Engine.Text;

/// <summary>What a proper name names.</summary>
public enum NameKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A place.</summary>
    Place,

    /// <summary>An organisation.</summary>
    Organisation,
}

/// <summary>A proper name in a sentence.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Span">Where it stands in the whole text.</param>
/// <param name="First">Index of its first token in the sentence.</param>
/// <param name="End">Index after its last token in the sentence.</param>
/// <param name="Text">The name as written.</param>
public sealed record Name(NameKind Kind, Span Span, int First, int End, string Text);
