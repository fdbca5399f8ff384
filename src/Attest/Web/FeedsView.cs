using System.Collections.Immutable;
using Attest.Fetch;

namespace Attest.Web;

/// <summary>What the page of feeds shows.</summary>
public sealed record FeedsView
{
    /// <summary>The feeds, as anybody may see them.</summary>
    public required ImmutableArray<FeedRow> Feeds { get; init; }

    /// <summary>The questions, newest first.</summary>
    public required ImmutableArray<QuestionRow> Questions { get; init; }

    /// <summary>The page's moment.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether feeds are asked for while the server runs.</summary>
    public required bool Gathers { get; init; }

    /// <summary>What the gathering last failed of; null while it goes on.</summary>
    public string? Trouble { get; init; }

    /// <summary>What was just done, in words.</summary>
    public string? Done { get; init; }

    /// <summary>What is wrong with the form that was just sent.</summary>
    public string? Wrong { get; init; }

    /// <summary>The question that was just sent, to be sent again.</summary>
    public string Question { get; init; } = "";

    /// <summary>The addresses that were just sent, to be sent again.</summary>
    public string Addresses { get; init; } = "";
}

/// <summary>A followed question as pages and the API show it.</summary>
/// <param name="Id">Id of its story.</param>
/// <param name="Question">Its words.</param>
/// <param name="Since">Since when it is followed.</param>
/// <param name="Slug">Its story's part of the address; null until a report bears on it.</param>
/// <param name="Feeds">Feeds that are followed for it.</param>
public sealed record QuestionRow(string Id, string Question, DateTimeOffset Since, string? Slug, int Feeds);
