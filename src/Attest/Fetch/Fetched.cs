using Attest.Engine.Gathering.Manners;

namespace Attest.Fetch;

/// <summary>What identifies the version of a document that we hold, as its server named it.</summary>
/// <param name="ETag">For If-None-Match.</param>
/// <param name="LastModified">For If-Modified-Since, as written.</param>
internal sealed record Validators(string? ETag, string? LastModified);

/// <summary>What came of one request. Redirects are answers: who asked decides whether to follow.</summary>
internal abstract record Fetched
{
    private Fetched()
    {
    }

    /// <summary>A document.</summary>
    /// <param name="Bytes">Its bytes, unpacked.</param>
    /// <param name="ContentType">Header.</param>
    /// <param name="ContentLocation">Header.</param>
    /// <param name="ContentLanguage">Header.</param>
    /// <param name="Validators">Of this version; none where the answer broke off.</param>
    /// <param name="Freshness">How long it stays fresh.</param>
    /// <param name="IsWhole">Whether all of it came.</param>
    internal sealed record Document(
        byte[] Bytes, string? ContentType, string? ContentLocation, string? ContentLanguage, Validators Validators, TimeSpan? Freshness, bool IsWhole) : Fetched;

    /// <summary>The version that we hold is the present one (304).</summary>
    internal sealed record Unchanged(TimeSpan? Freshness) : Fetched;

    /// <summary>The document stands elsewhere.</summary>
    /// <param name="To">Where.</param>
    /// <param name="IsForGood">Whether to ask there from now on (301, 308).</param>
    internal sealed record Moved(Uri To, bool IsForGood) : Fetched;

    /// <summary>Nothing came.</summary>
    /// <param name="Cause">Why.</param>
    /// <param name="Status">HTTP status, where there was an answer.</param>
    /// <param name="RetryAfter">What the server asks.</param>
    /// <param name="Detail">More about it, in words.</param>
    internal sealed record Failed(FetchFailure Cause, int? Status = null, TimeSpan? RetryAfter = null, string? Detail = null) : Fetched
    {
        /// <summary>Of the document that came and is beyond the limits; null where none came.</summary>
        public Validators? SetAside { get; init; }
    }
}
