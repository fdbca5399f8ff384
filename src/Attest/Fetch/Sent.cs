using Attest.Engine.Gathering.Manners;

namespace Attest.Fetch;

/// <summary>What came of sending something to an address.</summary>
internal abstract record Sent
{
    private Sent()
    {
    }

    /// <summary>Its receiver says that it has it (2xx).</summary>
    internal sealed record Arrived : Sent;

    /// <summary>It did not arrive, as far as is known.</summary>
    /// <param name="Cause">Why.</param>
    /// <param name="Status">HTTP status, where there was an answer.</param>
    /// <param name="RetryAfter">What the receiver asks.</param>
    /// <param name="Detail">More about it, in words.</param>
    internal sealed record Failed(FetchFailure Cause, int? Status = null, TimeSpan? RetryAfter = null, string? Detail = null) : Sent
    {
        /// <summary>Whether its receiver wants nothing more (410).</summary>
        public bool IsForGood => Cause is FetchFailure.Gone;

        /// <summary>What is wrong, in words for an operator.</summary>
        public string Says => (Cause switch
        {
            FetchFailure.Gone => "the receiver says that it wants nothing more",
            FetchFailure.BadRedirect => "the receiver leads elsewhere, which is not followed",
            var other => other.Says,
        }) + (Status is { } status ? $" (status {status})" : Detail is { } detail ? $" ({detail})" : "");
    }
}
