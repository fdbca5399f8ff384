using System.Collections.Immutable;

namespace Attest.Engine.Text;

/// <summary>The joint tags of a model, each a universal tag with a Penn tag ("VERB|VBD").</summary>
internal sealed class TagSet
{
    private readonly uint[] uposHashes, xposHashes;

    public TagSet(IEnumerable<string> joint)
    {
        Joint = [.. joint];
        Upos = [.. Joint.Select(t => Enum.Parse<PartOfSpeech>(t[..t.IndexOf('|', StringComparison.Ordinal)], ignoreCase: true))];
        Xpos = [.. Joint.Select(t => string.Intern(t[(t.IndexOf('|', StringComparison.Ordinal) + 1)..]))];
        uposHashes = [.. Upos.Select(t => (uint)t + 5)];
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
