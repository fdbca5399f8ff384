using System.Text.Json.Serialization;
using Attest.Engine.Gathering.Manners;
using Attest.Engine.Model;

namespace Attest.Fetch;

/// <summary>A feed as whoever keeps the feeds sees it (R19): in words, with what to do. What `attest feeds --json` prints.</summary>
/// <param name="Id">Its name in the API.</param>
/// <param name="Address">Its address as a person gave it.</param>
/// <param name="MovedTo">Its present address, where it moved for good; null where it did not.</param>
/// <param name="Title">Its title; empty until it was read.</param>
/// <param name="State">"new", "works", "fails" or "ended".</param>
/// <param name="LastAsked">When it was last asked for.</param>
/// <param name="LastRead">When it was last read, or found unchanged.</param>
/// <param name="Next">When it is asked for next; null where it has ended.</param>
/// <param name="Problem">What fails, in words; null while it works.</param>
/// <param name="FailingSince">Since when.</param>
/// <param name="Mend">What to do; null while it works.</param>
/// <param name="Questions">For how many questions it is followed.</param>
/// <param name="ForAll">Whether every story may take from it.</param>
public sealed record FeedRow(
    string Id, string Address, string? MovedTo, string Title, string State, DateTimeOffset? LastAsked, DateTimeOffset? LastRead, DateTimeOffset? Next,
    string? Problem, DateTimeOffset? FailingSince, string? Mend, int Questions, bool ForAll)
{
    /// <summary>The row of a feed.</summary>
    internal static FeedRow Of(FeedState state, FollowedFeed? followed) => new(
        "f" + ContentId.Of(state.Given),
        state.Given,
        state.Address == state.Given ? null : state.Address,
        state.Title,
        state.HasEnded ? "ended" : state.Failure is not null ? "fails" : state.LastAsked is null ? "new" : "works",
        state.LastAsked,
        state.LastGood,
        state.HasEnded ? null : state.Due,
        state.Failure is { } failure ? failure.Says + (state.Detail is { } detail ? $" ({detail})" : "") : null,
        state.FailingSince,
        state.Failure?.Mend,
        followed?.Questions.Count ?? 0,
        followed?.ForAll ?? false);

    /// <summary>The row as anybody may see it: no names and passwords of addresses, and nothing of the networks behind this server.</summary>
    internal static FeedRow Public(FeedState state, FollowedFeed? followed)
    {
        var row = Of(state, followed);
        return row with
        {
            Address = Plain(row.Address),
            MovedTo = row.MovedTo is { } moved ? Plain(moved) : null,
            Problem = state.Failure is FetchFailure.ClosedAddress ? FetchFailure.ClosedAddress.Says : row.Problem,
        };
    }

    private static string Plain(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0 ? new UriBuilder(uri) { UserName = "", Password = "" }.Uri.AbsoluteUri : address;
}

/// <summary>Rows as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<FeedRow>))]
internal sealed partial class FeedRowContext : JsonSerializerContext;
