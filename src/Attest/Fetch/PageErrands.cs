using System.Security.Cryptography;
using Attest.Engine.Gathering.Feeds;
using Attest.Engine.Gathering.Manners;
using Attest.Engine.Gathering.Markup;
using Attest.Input;

namespace Attest.Fetch;

/// <summary>The pages that feeds name: read once, and looked at again while they may be edited (R15). A page that cannot be read gives way to its item's own text.</summary>
internal sealed class PageErrands(FetchSettings settings, Func<Gathered, CancellationToken, Task> take, Func<double> chance)
{
    /// <summary>Media types that are of use.</summary>
    public const string Accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    // An item that has a text of its own gives it within the hour; the page of one that has none is waited for, a day and more.
    private const int MostTries = 4, MostTriesWithoutText = 10, MostWatched = 20_000;

    private readonly Dictionary<string, WatchedPage> pages = new(StringComparer.Ordinal);

    // Holds every page that waits by its time, and times that no longer hold: those are passed over.
    private readonly PriorityQueue<string, DateTimeOffset> agenda = new();

    /// <summary>Told a page whenever something is learnt of it, and null when it is watched no longer, so that it can be kept.</summary>
    public Action<string, WatchedPage?>? Changed { get; set; }

    /// <summary>Pages that are watched.</summary>
    public int Count => pages.Count;

    /// <summary>Takes a new item of a feed.</summary>
    public async Task AddAsync(string feed, FeedItem item, DateTimeOffset now, CancellationToken cancel)
    {
        bool hasPage = Uri.TryCreate(item.Link, UriKind.Absolute, out var link) && WebFetcher.IsWeb(link);
        if (!settings.Pages || !hasPage)
        {
            await take(new Gathered(feed, item, null, null, now), cancel);
            return;
        }
        // Known already: another feed names it, or this one says that it was edited.
        if (pages.TryGetValue(item.Link!, out var known))
            Put(item.Link!, known with { Item = item, Due = known.IsUnderway || known.Due < now ? known.Due : now });
        else if (pages.Count < MostWatched)
            Put(item.Link!, new WatchedPage(feed, item, null, now, null, null, 0, false));
        else
            await take(new Gathered(feed, item, null, "too many pages are watched at once", now), cancel);
    }

    /// <summary>Takes the pages that are due; each must be acted on.</summary>
    public IReadOnlyList<string> TakeDue(DateTimeOffset now)
    {
        var due = new List<string>();
        while (NextDue() <= now)
        {
            string link = agenda.Dequeue();
            pages[link] = pages[link] with { IsUnderway = true };
            due.Add(link);
        }
        return due;
    }

    /// <summary>When the next page is due.</summary>
    public DateTimeOffset? NextDue()
    {
        while (agenda.TryPeek(out string? link, out var at))
        {
            if (pages.TryGetValue(link, out var page) && !page.IsUnderway && page.Due == at)
                return at;
            agenda.Dequeue();
        }
        return null;
    }

    /// <summary>Goes on watching a page as it was kept.</summary>
    public void Resume(string link, WatchedPage page)
    {
        pages[link] = page;
        if (!page.IsUnderway)
            agenda.Enqueue(link, page.Due);
    }

    private void Put(string link, WatchedPage page)
    {
        Resume(link, page);
        Changed?.Invoke(link, page);
    }

    private void Forget(string link)
    {
        pages.Remove(link);
        Changed?.Invoke(link, null);
    }

    /// <summary>The version of a page that is held.</summary>
    public Validators? Held(string link) => pages.GetValueOrDefault(link)?.Validators;

    /// <summary>Hands a page on where it is new or was edited, and decides when to look again.</summary>
    public async Task ActOnAsync(Errand.OfPage errand, Fetched fetched, DateTimeOffset now, CancellationToken cancel)
    {
        if (!pages.TryGetValue(errand.Link, out var page))
            return;
        try
        {
            await ActOnAsync(errand, page, fetched, now, cancel);
        }
        catch
        {
            // What could not be handed on is fetched again; nothing is lost.
            Put(errand.Link, page with { Due = now + TimeSpan.FromMinutes(5), IsUnderway = false });
            throw;
        }
    }

    private async Task ActOnAsync(Errand.OfPage errand, WatchedPage page, Fetched fetched, DateTimeOffset now, CancellationToken cancel)
    {
        switch (fetched)
        {
            case Fetched.Document { IsWhole: true } document when IsPage(document):
                string hash = Convert.ToHexStringLower(SHA256.HashData(document.Bytes));
                bool changed = page.FirstRead is not null && hash != page.Hash;
                if (page.FirstRead is null || changed)
                    await take(new Gathered(page.Feed, page.Item, new Page(errand.Target.AbsoluteUri, PageCharacters.Read(document.Bytes, document.ContentType)), null, now) { IsEdit = changed }, cancel);
                Again(errand.Link, page with { FirstRead = page.FirstRead ?? now, Validators = document.Validators, Hash = hash, Failures = 0 }, now, changed);
                break;
            case Fetched.Unchanged:
                Again(errand.Link, page with { Failures = 0 }, now, false);
                break;
            // Half a page would look like an edit that deletes the other half.
            case Fetched.Document { IsWhole: false }:
                await FailedAsync(errand.Link, page, FetchFailure.BrokenOff, null, now, cancel);
                break;
            case Fetched.Document document:
                await GiveUpAsync(errand.Link, page, $"what stands at its address is {document.ContentType}, no page", now, cancel);
                break;
            case Fetched.Failed failed:
                await FailedAsync(errand.Link, page, failed.Cause, failed.RetryAfter, now, cancel);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static bool IsPage(Fetched.Document document) =>
        document.ContentType?.Split(';')[0].Trim().ToLowerInvariant() is null or "" or "text/html" or "application/xhtml+xml" or "application/xml" or "text/plain" or "application/octet-stream";

    private void Again(string link, WatchedPage page, DateTimeOffset now, bool changed)
    {
        if (PageTurn.Next(page.FirstRead!.Value, now, changed) is { } due)
            Put(link, page with { Due = due, IsUnderway = false });
        else
            Forget(link);
    }

    private async Task FailedAsync(string link, WatchedPage page, FetchFailure cause, TimeSpan? retryAfter, DateTimeOffset now, CancellationToken cancel)
    {
        int failures = page.Failures + 1;
        if (Backoff.IsLasting(cause) || failures >= (FeedLines.Of(page.Item, null) is null ? MostTriesWithoutText : MostTries))
            await GiveUpAsync(link, page, cause.Says, now, cancel);
        else
            Put(link, page with { Failures = failures, Due = now + Backoff.Wait(cause, failures, retryAfter, chance()), IsUnderway = false });
    }

    private async Task GiveUpAsync(string link, WatchedPage page, string why, DateTimeOffset now, CancellationToken cancel)
    {
        // A page that was read and is gone now stays as it was read.
        if (page.FirstRead is null)
            await take(new Gathered(page.Feed, page.Item, null, why, now), cancel);
        Forget(link);
    }
}
