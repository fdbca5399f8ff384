using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>One claim's change between two weighings, before it is put into words.</summary>
/// <param name="Kind">How it changed.</param>
/// <param name="Claim">The claim as it stands now.</param>
/// <param name="WasConfirmed">Whether it was confirmed before.</param>
/// <param name="WasTold">Whether a reader may know it from before.</param>
/// <param name="Older">For a figure: the value that readers were told before it.</param>
internal sealed record Changed(ChangeKind Kind, WeighedClaim Claim, bool WasConfirmed, bool WasTold, WeighedClaim? Older = null)
{
    /// <summary>The change as it is published.</summary>
    public Change Worded(Teller teller, DateTimeOffset at) => new(Kind, Claim.Claim.Id, Sentence(teller).Text, Older?.Claim.Quantity?.AsWritten,
        Older is null ? null : Claim.Claim.Quantity?.AsWritten, at);

    /// <summary>The change in one sentence, bound.</summary>
    public Told Sentence(Teller teller) => Kind switch
    {
        ChangeKind.Demoted => teller.NoLongerConfirmed(Claim),
        ChangeKind.Revised => teller.Revised(Claim, Older!),
        _ => teller.Sentence(Claim),
    };
}
