using Attest.Engine.Model;
using Attest.Engine.Publishing;
using Attest.Engine.Reading;

namespace Attest.Web;

/// <summary>What is known of an outlet, in words.</summary>
internal static class OutletWords
{
    /// <summary>Its kind.</summary>
    public static string Kind(string kind) => kind switch
    {
        "agency" => "News agency",
        "newspaper" => "Newspaper or magazine",
        "broadcaster" => "Broadcaster",
        "official" => "Public authority",
        "company" => "Company",
        "blog" => "Blog",
        "aggregator" => "Aggregator",
        "factchecker" => "Fact checker",
        _ => "Not known",
    };

    /// <summary>The kinds as their tokens, in the order of a form.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["agency", "newspaper", "broadcaster", "official", "company", "blog", "aggregator", "factchecker"];

    /// <summary>The kind of a token; null where it is none.</summary>
    public static OutletKind? KindOf(string token) => Kinds.Contains(token) && Enum.TryParse<OutletKind>(token, ignoreCase: true, out var kind) ? kind : null;

    /// <summary>A kind's token.</summary>
    public static string TokenOf(OutletKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Its owner, as far as one is known.</summary>
    public static string Family(OutletDocument outlet) => IsOwn(outlet) ? "No owner on file; counted as its own" : outlet.Family;

    /// <summary>Where its owner is known from; null where none is.</summary>
    public static string? FamilyFrom(OutletDocument outlet) =>
        IsOwn(outlet) ? null
        : OutletResolver.Resolve(new OutletClues(outlet.Host, outlet.Name)).Family == outlet.Family ? KindFrom("shipped")
        : "the reports as they were given, or its pages’ own metadata";

    private static bool IsOwn(OutletDocument outlet) => outlet.Family == outlet.Host || outlet.Host.EndsWith("." + outlet.Family, StringComparison.Ordinal);

    /// <summary>Where its kind is known from; null where nothing says it.</summary>
    public static string? KindFrom(string from) => from switch
    {
        "operator" => "what this site’s operator said",
        "shipped" => "the table of well-known outlets that comes with Attest",
        "input" => "the reports as they were given",
        "page" => "its pages’ own metadata",
        "name" => "its name",
        _ => null,
    };

    /// <summary>Whether a claim of it did not hold.</summary>
    public static bool IsFallen(SourceClaim claim) => Standings.Group(claim.Claim.Standing) is Standings.Refuted or Standings.Retracted;
}
