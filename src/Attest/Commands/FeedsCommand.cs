using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Attest.Engine.Gathering.Feeds;
using Attest.Fetch;
using Attest.Hosting;

namespace Attest.Commands;

/// <summary><c>attest feeds</c>: what is followed, how each feed does, and what to do about it (R19).</summary>
internal static class FeedsCommand
{
    public static Command Create()
    {
        var data = DataFolder.Option();
        var json = new Option<bool>("--json") { Description = "print JSON" };
        var opml = new Option<bool>("--opml") { Description = "print the list of feeds for other feed readers (OPML)" };
        var remove = new Option<string?>("--remove") { HelpName = "URL", Description = "follow this feed no longer; what it brought stays" };
        var command = new Command("feeds", "Show the feeds that are followed: when each was read, what fails, since when, and what to do.") { json, opml, remove, data };
        command.SetAction((parsed, cancel) => Terminal.RunAsync(() => RunAsync(
            DataFolder.Of(parsed.GetValue(data)), parsed.GetValue(json), parsed.GetValue(opml), parsed.GetValue(remove), cancel)));
        return command;
    }

    private static async Task<int> RunAsync(string folder, bool json, bool opml, string? remove, CancellationToken cancel)
    {
        await using var newsroom = remove is null ? Newsroom.OpenToRead(folder, TimeProvider.System) : Newsroom.Open(folder, TimeProvider.System);
        var book = new FeedBook(newsroom.Log, newsroom.Cache, TimeProvider.System);
        if (remove is not null)
        {
            bool was = await book.LeaveAsync(remove, cancel);
            await Console.Error.WriteLineAsync(was ? $"{remove} is followed no longer" : $"{remove} is not followed; 'attest feeds' lists what is");
            return was ? ExitCodes.Done : ExitCodes.Failed;
        }
        IReadOnlyList<FeedRow> rows = [.. book.Followed.Select(f => FeedRow.Of(book.StateOf(f.Address), f))];
        string text = json ? JsonSerializer.Serialize(rows, FeedRowContext.Default.IReadOnlyListFeedRow) + "\n"
            : opml ? Opml.Write("Feeds", rows.Select(r => new NamedFeed(r.MovedTo ?? r.Address, r.Title)))
            : Words(rows);
        await Terminal.WriteAsync(Encoding.UTF8.GetBytes(text));
        return ExitCodes.Done;
    }

    private static string Words(IReadOnlyList<FeedRow> rows)
    {
        var words = new StringBuilder();
        foreach (var row in rows)
        {
            words.Append(row.Title.Length > 0 ? $"{row.Title}\n  {row.Address}\n" : row.Address + "\n");
            if (row.MovedTo is { } moved)
                words.Append("  moved for good to ").Append(moved).Append('\n');
            words.Append(row.State switch
            {
                "new" => "  not yet asked for\n",
                "works" => $"  works; last read {Time(row.LastRead)}, next {Time(row.Next)}\n",
                "ended" => $"  ended{(row.Problem is { } why ? ": " + why : "; its publisher says that nothing will follow")}\n",
                _ => $"  fails since {Time(row.FailingSince)}: {row.Problem}\n  last read {Time(row.LastRead)}, tried again {Time(row.Next)}\n",
            });
            if (row.Mend is { } mend)
                words.Append("  what to do: ").Append(mend).Append('\n');
        }
        return rows.Count == 0 ? "no feed is followed; begin with 'attest follow'\n" : words.ToString();
    }

    private static string Time(DateTimeOffset? at) => at is { } time ? time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "never";
}
