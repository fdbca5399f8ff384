using Attest.Engine.Publishing;

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

    /// <summary>Where its kind is known from; null where nothing says it.</summary>
    public static string? KindFrom(string from) => from switch
    {
        "operator" => "the operator’s own table",
        "shipped" => "the table of well-known outlets that comes with Attest",
        "input" => "the reports as they were given",
        "page" => "its pages’ own metadata",
        "name" => "its name",
        _ => null,
    };

    /// <summary>Whether a claim of it did not hold.</summary>
    public static bool IsFallen(SourceClaim claim) => Standings.Group(claim.Claim.Standing) is Standings.Refuted or Standings.Retracted;
}
