using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Attest.Engine.Publishing;

/// <summary>
/// A story as it leaves the engine: the object of <c>docs/schema/story.schema.json</c>, field for field and in its order.
/// Texts are plain (never markup), times are written in UTC, closed choices are the schema's tokens. What has nothing to say is null and left out;
/// arrays and <see cref="WhatChanged"/> are always there.
/// </summary>
public sealed record StoryDocument
{
    /// <summary>The schema that this object keeps to.</summary>
    public string Schema { get; init; } = "attest/story/1";

    /// <summary>Stable id of the story.</summary>
    public required string Id { get; init; }

    /// <summary>Its part of the address: lower-case letters, digits and hyphens; never changes.</summary>
    public required string Slug { get; init; }

    /// <summary>The question that the story answers, or its headline.</summary>
    public required string Question { get; init; }

    /// <summary>Its page: absolute where the site's address is known, else relative to the site.</summary>
    public required string Url { get; init; }

    /// <summary>True where outlets and people are invented (the sample story); the page says so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sample { get; init; }

    /// <summary>Where the story stands: sentences, each bound to claims (R17).</summary>
    public ImmutableArray<SentenceDocument> Summary { get; init; } = [];

    /// <summary>Time of the first report.</summary>
    public required DateTimeOffset FollowedSince { get; init; }

    /// <summary>Time of the newest change.</summary>
    public required DateTimeOffset LastChange { get; init; }

    /// <summary>The moment that this object describes.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Grows with every published change, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>How many claims, reports, outlets and origins.</summary>
    public required CountsDocument Counts { get; init; }

    /// <summary>What the newest update changed.</summary>
    public WhatChangedDocument WhatChanged { get; init; } = new();

    /// <summary>Newest first.</summary>
    public ImmutableArray<UpdateDocument> Updates { get; init; } = [];

    /// <summary>By importance.</summary>
    public ImmutableArray<ClaimDocument> Claims { get; init; } = [];

    /// <summary>In order of their first report.</summary>
    public ImmutableArray<OriginDocument> Origins { get; init; } = [];

    /// <summary>One row per address, oldest first.</summary>
    public ImmutableArray<ReportDocument> Reports { get; init; } = [];

    /// <summary>The reports' outlets with what is known of them, by name.</summary>
    public ImmutableArray<OutletDocument> Outlets { get; init; } = [];
}

/// <summary>A published sentence and the claims that bear it.</summary>
public sealed record SentenceDocument
{
    /// <summary>The sentence, plain text.</summary>
    public required string Text { get; init; }

    /// <summary>Ids of the claims that it rests on; at least one (R17).</summary>
    public ImmutableArray<string> Claims { get; init; } = [];
}

/// <summary>How much the story holds; utterances are left out.</summary>
public sealed record CountsDocument
{
    /// <summary>Claims on record or corroborated.</summary>
    public required int Confirmed { get; init; }

    /// <summary>Claims still unconfirmed, without the disputed ones.</summary>
    public required int Unconfirmed { get; init; }

    /// <summary>Disputed claims.</summary>
    public required int Disputed { get; init; }

    /// <summary>Refuted claims.</summary>
    public required int Refuted { get; init; }

    /// <summary>Retracted and corrected claims.</summary>
    public required int Retracted { get; init; }

    /// <summary>Addresses read; copies included.</summary>
    public required int Reports { get; init; }

    /// <summary>Outlets read.</summary>
    public required int Outlets { get; init; }

    /// <summary>Independent origins.</summary>
    public required int Origins { get; init; }
}

/// <summary>What changed over a span of time.</summary>
public sealed record WhatChangedDocument
{
    /// <summary>One or two sentences, plain text; empty where nothing changed.</summary>
    public string Text { get; init; } = "";

    /// <summary>The claims that the text rests on.</summary>
    public ImmutableArray<string> Claims { get; init; } = [];

    /// <summary>The changes, weightiest first.</summary>
    public ImmutableArray<ChangeDocument> Changes { get; init; } = [];
}

/// <summary>One typed change of one claim.</summary>
public sealed record ChangeDocument
{
    /// <summary>new, confirmed, demoted, disputed, denied, refuted, revised, superseded, corrected, retracted or lapsed.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the claim.</summary>
    public required string Claim { get; init; }

    /// <summary>The change in a sentence, plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The old figure as the reports write it.</summary>
    public string? From { get; init; }

    /// <summary>The new figure as the reports write it.</summary>
    public string? To { get; init; }

    /// <summary>When it changed.</summary>
    public required DateTimeOffset At { get; init; }
}
