namespace Attest.Engine.Publishing;

/// <summary>What is known of an outlet, and from where.</summary>
public sealed record OutletDocument
{
    /// <summary>Its name as reports bear it.</summary>
    public required string Name { get; init; }

    /// <summary>Host of its addresses, lower case, without "www.".</summary>
    public required string Host { get; init; }

    /// <summary>agency, newspaper, broadcaster, official, company, blog, aggregator, factchecker or unknown.</summary>
    public required string Kind { get; init; }

    /// <summary>Where the kind comes from: operator, shipped, input, page, name or none.</summary>
    public required string KindFrom { get; init; }

    /// <summary>Its owner; outlets of one family are never independent of each other (R3).</summary>
    public required string Family { get; init; }
}
