using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>A standing with what gave it.</summary>
/// <param name="Standing">What may be said of the claim.</param>
/// <param name="Rules">The rules that gave it, in order of use.</param>
/// <param name="Against">What speaks against it, strongest first.</param>
/// <param name="SupersededBy">The newer value; else null.</param>
internal sealed record Verdict(Standing Standing, ImmutableArray<string> Rules, ImmutableArray<Assessed> Against, ClaimId? SupersededBy = null)
{
    /// <summary>Whether pages call it confirmed.</summary>
    public bool Confirmed => Standing is Standing.OnRecord or Standing.Corroborated;
}
