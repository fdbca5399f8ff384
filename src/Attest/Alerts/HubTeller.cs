using System.Globalization;
using System.Text;
using Attest.Fetch;
using Attest.Log;
using Attest.Web;
using Attest.Web.Server;

namespace Attest.Alerts;

/// <summary>
/// Tells a WebSub hub which feeds changed; the hub reads them and tells its subscribers. It is told of feeds and not of changes, so changes that come while it cannot be reached are told together.
/// </summary>
internal sealed class HubTeller(HubLinks links, ServedDesk desk, WebFetcher sender)
{
    private const string Kind = "hub";

    /// <summary>Stories told of in one request.</summary>
    private const int MostTogether = 50;

    /// <summary>What the last try failed of; null where it arrived.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Tells it of everything, until it is cancelled.</summary>
    /// <param name="turn">Ends when there may be something to tell.</param>
    /// <param name="chance">Draws from [0, 1).</param>
    /// <param name="stopping">Ends the work.</param>
    public async Task RunAsync(Func<Task> turn, Func<double> chance, CancellationToken stopping)
    {
        var (place, failed) = (Kept() ?? desk.Newsroom.Log.Newest, 0);
        while (true)
        {
            var next = turn();
            long newest = desk.Newsroom.Log.Newest;
            string[] slugs = [.. Changed(place, newest).Take(MostTogether)];
            if (slugs.Length == 0)
            {
                place = newest;
                await next.WaitAsync(stopping);
                continue;
            }
            string body = "hub.mode=publish" + string.Concat(links.Feeds("").Concat(slugs.SelectMany(s => links.Feeds($"stories/{s}/"))).Select(f => "&hub.url=" + Uri.EscapeDataString(f)));
            if (await sender.PostAsync(links.Hub, [], "application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(body), stopping) is Sent.Failed wrong)
            {
                Trouble = wrong.Says;
                await Task.Delay(Waits.After(++failed, wrong.RetryAfter, chance()), desk.Clock, stopping);
                continue;
            }
            (Trouble, failed) = (null, 0);
            place = slugs.Length < MostTogether ? newest : LastOf(slugs, place, newest);
            desk.Newsroom.Cache.Put(Kind, links.Hub.AbsoluteUri, Encoding.ASCII.GetBytes(place.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Slugs of the stories with updates between two places, in the order of the log.</summary>
    private IEnumerable<string> Changed(long after, long upTo) => Updates(after, upTo).Select(u => u.Slug).Distinct(StringComparer.Ordinal);

    private long LastOf(string[] slugs, long after, long upTo) => Updates(after, upTo).TakeWhile(u => slugs.Contains(u.Slug)).Last().Number;

    private IEnumerable<(long Number, string Slug)> Updates(long after, long upTo) => desk.Newsroom.Log.Read(after)
        .TakeWhile(e => e.Number <= upTo)
        .Where(e => e.Kind == EntryKinds.Update)
        .Select(e => (e.Number, desk.Newsroom.Archive.Find(e.Story!)?.Document.Slug))
        .Where(u => u.Slug is not null)
        .Select(u => (u.Number, u.Slug!));

    private long? Kept() =>
        desk.Newsroom.Cache.Get(Kind, links.Hub.AbsoluteUri) is { } kept && long.TryParse(Encoding.ASCII.GetString(kept), NumberStyles.None, CultureInfo.InvariantCulture, out long place) && place <= desk.Newsroom.Log.Newest ? place : null;
}
