namespace Attest.Web;

/// <summary>What the page of an outlet shows of what its operator said, and the form by which he says it.</summary>
public sealed record FactsView
{
    /// <summary>When its kind was last edited; null where it is as it was found.</summary>
    public DateTimeOffset? KindEdited { get; init; }

    /// <summary>When its owner was last edited; null where it is as it was found.</summary>
    public DateTimeOffset? FamilyEdited { get; init; }

    /// <summary>What was just done, in words.</summary>
    public string? Done { get; init; }

    /// <summary>What is wrong with the form that was just sent.</summary>
    public string? Wrong { get; init; }

    /// <summary>The kind that the form shows; empty for "as it was found".</summary>
    public string Kind { get; init; } = "";

    /// <summary>The owner that the form shows; empty for "as it was found".</summary>
    public string Family { get; init; } = "";
}
