using System.Security.Cryptography;
using Attest.Engine.Gathering.Feeds;
using Attest.Engine.Gathering.Manners;
using Attest.Engine.Gathering.Markup;

namespace Attest.Fetch;

/// <summary>What is done with the answer to an errand for a feed.</summary>
internal sealed class FeedErrands(FetchSettings settings, PageErrands pages, Func<double> chance)
{
    /// <summary>Media types that are of use.</summary>
    public const string Accept = "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5";

    // The first look at a feed brings what is news; what lies below is an archive.
    private const int MostAtFirst = 50;

    /// <summary>The version of the feed that is held; it is named to every address on the way, for any may be the one that sent it.</summary>
    public static Validators? Held(FeedState? feed) => feed is null ? null : new Validators(feed.ETag, feed.LastModified);

    /// <summary>The feed after the answer; its new items are handed on.</summary>
    public async Task<FeedState> ActOnAsync(FeedState before, Errand.OfFeed errand, Fetched fetched, DateTimeOffset now, CancellationToken cancel)
    {
        if (fetched is Fetched.Document page && before.LastGood is null && Named(page, errand) is { } named)
            return before with { Address = named, Due = now, LastAsked = now };
        var step = FeedTurn.After(before, AnswerOf(before, errand, fetched), now, chance());
        foreach (var item in step.NewItems.Take(before.LastGood is null ? MostAtFirst : int.MaxValue))
            await pages.AddAsync(before.Given, item, now, cancel);
        return step.State;
    }

    private static FeedAnswer AnswerOf(FeedState before, Errand.OfFeed errand, Fetched fetched)
    {
        switch (fetched)
        {
            case Fetched.Unchanged unchanged when before.SetAside is not null:
                return new FeedAnswer.StillUnreadable { MovedTo = errand.MovedTo, Freshness = unchanged.Freshness };
            case Fetched.Unchanged unchanged:
                return new FeedAnswer.Unchanged { MovedTo = errand.MovedTo, Freshness = unchanged.Freshness };
            case Fetched.Document document:
                string hash = Convert.ToHexStringLower(SHA256.HashData(document.Bytes));
                if (hash == before.SetAside)
                    return new FeedAnswer.StillUnreadable { MovedTo = errand.MovedTo };
                var reading = FeedReader.Read(document.Bytes, new FeedOrigin(errand.Target.AbsoluteUri, document.ContentType, document.ContentLocation, document.ContentLanguage));
                FeedAnswer answer = reading switch
                {
                    FeedReading.Read read => new FeedAnswer.Read(read.Feed),
                    FeedReading.Refused refused => new FeedAnswer.Unreadable(refused.Cause, hash),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
                return answer with { MovedTo = errand.MovedTo, ETag = document.Validators.ETag, LastModified = document.Validators.LastModified, Freshness = document.Freshness };
            case Fetched.Failed failed:
                return failed.SetAside is { } validators
                    ? new FeedAnswer.OverBudget(failed.Cause) { MovedTo = errand.MovedTo, ETag = validators.ETag, LastModified = validators.LastModified }
                    : new FeedAnswer.Failed(failed.Cause, failed.RetryAfter, failed.Detail) { MovedTo = errand.MovedTo };
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>A site's address was given in place of its feed's: the feed that the page names.</summary>
    private string? Named(Fetched.Document document, Errand.OfFeed errand)
    {
        if (document.Bytes.Length > settings.MaxBytes || FeedReader.Read(document.Bytes, new FeedOrigin(ContentType: document.ContentType)) is not FeedReading.Refused { Cause: FeedRefusal.WebPage })
            return null;
        string html = PageCharacters.Read(document.Bytes, document.ContentType);
        return FeedDiscovery.In(html, errand.Target.AbsoluteUri).Select(f => f.Address).FirstOrDefault(a => a != errand.Target.AbsoluteUri);
    }
}
