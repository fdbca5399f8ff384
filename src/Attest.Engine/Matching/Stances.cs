using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>What a voice does to the claim that says what it says.</summary>
internal static class Stances
{
    /// <summary>A denial refutes though it repeats the words (R8); a hedge or a question mentions (R7).</summary>
    public static Stance Of(Voice voice) => voice switch
    {
        Voice.Denies => Stance.Refutes,
        Voice.Hedges or Voice.Asks => Stance.Mentions,
        _ => Stance.Supports,
    };
}
