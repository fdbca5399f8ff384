using System.CommandLine;
using Attest.Engine.Gathering.Feeds;
using Attest.Fetch;
using Attest.Hosting;

namespace Attest.Commands;

/// <summary><c>attest follow</c>: follows a question in feeds, and gathers until it is stopped.</summary>
internal static class FollowCommand
{
    public static Command Create()
    {
        var question = new Argument<string?>("QUESTION") { Arity = ArgumentArity.ZeroOrOne, Description = "what to follow; without one, stories are found among all that the feeds bring" };
        var feeds = new Option<string[]>("--feed") { HelpName = "URL", Description = "a feed, or a site that names one; may be given several times" };
        var opml = new Option<string?>("--opml") { HelpName = "FILE", Description = "a list of feeds, as feed readers export it" };
        var contact = new Option<string?>("--contact") { HelpName = "ADDRESS", Description = "web or mail address under which sites can reach you; sent with every request" };
        var allow = new Option<string[]>("--allow-host") { HelpName = "HOST", Description = "a host that may be asked though it is on a private network" };
        var once = new Option<bool>("--once") { Description = "ask for what is due, then stop" };
        var data = DataFolder.Option();
        var command = new Command("follow", "Follow a question: ask for feeds when they are due, read the pages that they name, keep what bears on it.") { question, feeds, opml, contact, allow, once, data };
        command.SetAction((parsed, cancel) => Terminal.RunAsync(() => RunAsync(
            parsed.GetValue(question),
            parsed.GetValue(feeds) ?? [],
            parsed.GetValue(opml),
            new FetchSettings { Contact = parsed.GetValue(contact), AllowedHosts = [.. parsed.GetValue(allow) ?? []] },
            parsed.GetValue(once),
            DataFolder.Of(parsed.GetValue(data)),
            cancel)));
        return command;
    }

    private static async Task<int> RunAsync(string? question, string[] given, string? opml, FetchSettings settings, bool once, string folder, CancellationToken cancel)
    {
        var addresses = new List<string>(given);
        if (opml is not null)
        {
            if (!File.Exists(opml) || Opml.Read(await File.ReadAllBytesAsync(opml, cancel)) is not { } listed)
            {
                await Console.Error.WriteLineAsync($"{opml}: no such file, or no list of feeds (OPML)");
                return ExitCodes.Failed;
            }
            addresses.AddRange(listed.Select(f => f.Address));
        }
        if (FollowWish.Of(question, addresses, out string? wrong) is not { } wish)
        {
            await Console.Error.WriteLineAsync(wrong);
            return ExitCodes.WrongUsage;
        }
        await using var newsroom = Newsroom.Open(folder, TimeProvider.System);
        using var desk = new FeedDesk(newsroom, settings, TimeProvider.System, Random.Shared.NextDouble)
        {
            Came = (gathered, taken) =>
            {
                if (taken.Accepted > 0)
                    Console.Error.WriteLine($"{gathered.Item.Link}{(gathered.WhyNoPage is { } why ? $" (from the feed: {why})" : "")}");
            },
        };
        int added = await desk.FollowAsync(wish.Question, wish.Addresses, cancel);
        await Console.Error.WriteLineAsync($"{Terminal.Counted(added, "new feed")}, {Terminal.Counted(desk.Rows.Count, "feed")} in all");
        if (settings.Contact is null)
            await Console.Error.WriteLineAsync("Give --contact, so that sites know whom to ask when something is wrong.");
        if (desk.Rows.Count == 0)
        {
            await Console.Error.WriteLineAsync("no feed to follow: give --feed or --opml");
            return ExitCodes.Failed;
        }
        await GatherAsync(newsroom, desk, once, cancel);
        return ExitCodes.Done;
    }

    /// <summary>Gathers, and lets stories settle with every minute in which something came or is due.</summary>
    private static async Task GatherAsync(Newsroom newsroom, FeedDesk desk, bool once, CancellationToken cancel)
    {
        var clock = TimeProvider.System;
        while (true)
        {
            var next = await desk.RunDueAsync(cancel);
            var now = clock.GetUtcNow();
            // Pages wait for their host's turn: one round is over when they are read.
            bool soon = next is { } at && at - now < TimeSpan.FromMinutes(1);
            if (!soon)
            {
                await newsroom.PlaceAsync(show: false, cancel);
                await newsroom.SettleAsync(clock.GetUtcNow(), everywhere: false, cancel);
                if (once)
                    return;
            }
            var wait = (next ?? DateTimeOffset.MaxValue) - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait < TimeSpan.FromMinutes(1) ? wait : TimeSpan.FromMinutes(1), clock, cancel);
        }
    }
}
