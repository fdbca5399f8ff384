using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>Which refuting evidence is a specific denial by a party with knowledge (R8). "Declined to comment" is none, and a crowd has no knowledge.</summary>
internal static class SpecificDenials
{
    /// <summary>The denials among what refutes a claim, oldest first.</summary>
    public static ImmutableArray<Assessed> Among(ImmutableArray<Assessed> refutes) => [.. refutes.Where(IsDenial)];

    private static bool IsDenial(Assessed e) => e.Evidence.Specific && e.Statement.Speaker switch
    {
        null => e.Evidence.Traced.Outlet.Kind is OutletKind.Official or OutletKind.Company || e.Counts,
        { Kind: SpeakerKind.Official or SpeakerKind.Party or SpeakerKind.Person or SpeakerKind.Document } => true,
        _ => false,
    };
}
