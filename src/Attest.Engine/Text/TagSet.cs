using System.Collections.Immutable;

namespace Attest.Engine.Text;

/// <summary>The joint tags of a model, each a universal tag with a Penn tag ("VERB|VBD").</summary>
internal sealed class TagSet
{
    /// <summary>The feature value of the universal tag of proper nouns.</summary>
    public const uint ProperNoun = FirstUpos + (uint)PartOfSpeech.Propn;

    /// <summary>The feature values of other universal tags.</summary>
    public const uint Verb = FirstUpos + (uint)PartOfSpeech.Verb, Punctuation = FirstUpos + (uint)PartOfSpeech.Punct, Conjunction = FirstUpos + (uint)PartOfSpeech.Cconj;

    // Above the marks of a sentence's edges.
    private const uint FirstUpos = 5;

    private readonly uint[] uposHashes, xposHashes;

    public TagSet(IEnumerable<string> joint)
    {
        Joint = [.. joint];
        Upos = [.. Joint.Select(t => Enum.Parse<PartOfSpeech>(t[..t.IndexOf('|', StringComparison.Ordinal)], ignoreCase: true))];
        Xpos = [.. Joint.Select(t => string.Intern(t[(t.IndexOf('|', StringComparison.Ordinal) + 1)..]))];
        uposHashes = [.. Upos.Select(t => FirstUpos + (uint)t)];
        xposHashes = [.. Joint.Select(t => FeatureHash.Of(t))];
    }

    /// <summary>"UPOS|XPOS" by number.</summary>
    public ImmutableArray<string> Joint { get; }

    /// <summary>Universal tag by number.</summary>
    public ImmutableArray<PartOfSpeech> Upos { get; }

    /// <summary>Penn tag by number.</summary>
    public ImmutableArray<string> Xpos { get; }

    /// <summary>The universal tag as a feature value.</summary>
    public uint UposHash(int tag) => uposHashes[tag];

    /// <summary>The joint tag as a feature value.</summary>
    public uint XposHash(int tag) => xposHashes[tag];
}
