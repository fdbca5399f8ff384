using System.Collections.Immutable;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Fetch;

/// <summary>A feed that is followed, or was.</summary>
/// <param name="Address">Its address as a person gave it.</param>
/// <param name="Questions">Ids of the stories of the questions that it is followed for.</param>
/// <param name="ForAll">Whether every story may take from it.</param>
/// <param name="HasLeft">Whether it is followed no longer. What it brought is still looked at for edits (R15).</param>
internal sealed record FollowedFeed(string Address, ImmutableSortedSet<string> Questions, bool ForAll, bool HasLeft = false);

/// <summary>A question that is followed.</summary>
/// <param name="Story">Id of its story.</param>
/// <param name="Question">Its words.</param>
/// <param name="Since">Since when.</param>
internal sealed record FollowedQuestion(string Story, string Question, DateTimeOffset Since);

/// <summary>What is followed: a fold of the log's entries.</summary>
/// <param name="Feeds">Feeds by address, those that were left among them.</param>
/// <param name="Questions">Questions, oldest first.</param>
internal sealed record Following(ImmutableSortedDictionary<string, FollowedFeed> Feeds, ImmutableArray<FollowedQuestion> Questions)
{
    /// <summary>Nothing.</summary>
    public static Following Nothing { get; } = new(ImmutableSortedDictionary.Create<string, FollowedFeed>(StringComparer.Ordinal), []);

    /// <summary>What is followed after an entry.</summary>
    public Following After(LogEntry entry) => entry.Kind switch
    {
        EntryKinds.Feed => Followed(LogJson.Read<FeedBody>(entry.Body)),
        EntryKinds.FeedLeft => Left(LogJson.Read<FeedBody>(entry.Body)),
        EntryKinds.Question => Asked(LogJson.Read<QuestionBody>(entry.Body), entry.At),
        EntryKinds.QuestionLeft => Left(LogJson.Read<QuestionBody>(entry.Body)),
        _ => this,
    };

    private Following Followed(FeedBody body)
    {
        var before = Feeds.GetValueOrDefault(body.Address) is { HasLeft: false } known ? known : new FollowedFeed(body.Address, ImmutableSortedSet.Create<string>(StringComparer.Ordinal), false);
        return this with { Feeds = Feeds.SetItem(body.Address, body.Question is { } question ? before with { Questions = before.Questions.Add(question) } : before with { ForAll = true }) };
    }

    private Following Left(FeedBody body) =>
        Feeds.GetValueOrDefault(body.Address) is { } feed ? this with { Feeds = Feeds.SetItem(body.Address, feed with { HasLeft = true }) } : this;

    private Following Asked(QuestionBody body, DateTimeOffset at) =>
        Questions.Any(q => q.Story == body.Story) ? this : this with { Questions = Questions.Add(new FollowedQuestion(body.Story, body.Question, at)) };

    /// <summary>A question takes the feeds along that were followed for nothing else.</summary>
    private Following Left(QuestionBody body) => new(
        Feeds.ToImmutableSortedDictionary(f => f.Key, f => Without(f.Value, body.Story), StringComparer.Ordinal),
        Questions.RemoveAll(q => q.Story == body.Story));

    private static FollowedFeed Without(FollowedFeed feed, string question)
    {
        if (feed.HasLeft || !feed.Questions.Contains(question))
            return feed;
        return feed.Questions.Count == 1 && !feed.ForAll ? feed with { HasLeft = true } : feed with { Questions = feed.Questions.Remove(question) };
    }
}
