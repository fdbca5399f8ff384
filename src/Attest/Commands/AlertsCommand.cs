using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Attest.Alerts;
using Attest.Hosting;

namespace Attest.Commands;

/// <summary><c>attest alerts</c>: which addresses are told of changes, how each does, and what to do about it.</summary>
internal static class AlertsCommand
{
    public static Command Create()
    {
        var data = DataFolder.Option();
        var json = new Option<bool>("--json") { Description = "print JSON" };
        var add = new Option<string?>("--add") { HelpName = "URL", Description = "tell this address of changes from now on; prints the secret of its signatures. The server sends while it runs" };
        var story = new Option<string?>("--story") { HelpName = "STORY", Description = "with --add: of this story only" };
        var allow = new Option<string[]>("--allow-host") { HelpName = "HOST", Description = "with --add: a host of your own that may be told without https; the server needs the setting allowHosts for it" };
        var remove = new Option<string?>("--remove") { HelpName = "ID", Description = "tell this address nothing more" };
        var command = new Command("alerts", "Show the addresses that are told of changes (webhooks): how each does, since when, and what to do.") { json, add, story, allow, remove, data };
        command.SetAction((parsed, cancel) => Terminal.RunAsync(() =>
        {
            string folder = DataFolder.Of(parsed.GetValue(data));
            return parsed.GetValue(add) is { } address ? AddAsync(folder, address, parsed.GetValue(story), parsed.GetValue(allow) ?? [], cancel)
                : parsed.GetValue(remove) is { } id ? RemoveAsync(folder, id, cancel)
                : ShowAsync(folder, parsed.GetValue(json));
        }));
        return command;
    }

    private static async Task<int> ShowAsync(string folder, bool json)
    {
        await using var newsroom = Newsroom.OpenToRead(folder, TimeProvider.System);
        var book = BookOf(newsroom);
        IReadOnlyList<HookRow> rows = [.. book.Now.ById.Values.Select(h => HookRow.Of(h, book.StateOf(h.Id)))];
        await Terminal.WriteAsync(Encoding.UTF8.GetBytes(json ? JsonSerializer.Serialize(rows, HookRowContext.Default.IReadOnlyListHookRow) + "\n" : Words(rows)));
        return ExitCodes.Done;
    }

    private static async Task<int> AddAsync(string folder, string given, string? story, string[] allowed, CancellationToken cancel)
    {
        if (HookWish.Of(given, [.. allowed], out string? wrong) is not { } address)
        {
            await Console.Error.WriteLineAsync(wrong);
            return ExitCodes.WrongUsage;
        }
        await using var newsroom = Newsroom.Open(folder, TimeProvider.System);
        if (story is not null && newsroom.Archive.Find(story) is null)
        {
            await Console.Error.WriteLineAsync($"there is no story {Terminal.Plain(story)}; 'attest stories' lists all");
            return ExitCodes.Failed;
        }
        if (await BookOf(newsroom).AddAsync(address, story is null ? null : newsroom.Archive.Find(story)!.Id, cancel) is not { } hook)
        {
            await Console.Error.WriteLineAsync($"{HookBook.Most} addresses are told already; remove one first");
            return ExitCodes.Failed;
        }
        await Console.Error.WriteLineAsync($"{hook.Address} is told as {hook.Id}; give its receiver this secret, by which it checks signatures (Standard Webhooks):");
        await Terminal.WriteAsync(Encoding.UTF8.GetBytes(AlertKey.Of(folder).WrittenSecretOf(hook.Id) + "\n"));
        return ExitCodes.Done;
    }

    private static async Task<int> RemoveAsync(string folder, string id, CancellationToken cancel)
    {
        await using var newsroom = Newsroom.Open(folder, TimeProvider.System);
        bool was = await BookOf(newsroom).RemoveAsync(id, cancel);
        await Console.Error.WriteLineAsync(was ? $"{id} is told nothing more" : $"no address is told as {Terminal.Plain(id)}; 'attest alerts' lists who is");
        return was ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static HookBook BookOf(Newsroom newsroom) => new(newsroom.Log, newsroom.Cache, TimeProvider.System);

    private static string Words(IReadOnlyList<HookRow> rows)
    {
        var words = new StringBuilder();
        foreach (var row in rows)
        {
            words.Append(row.Address).Append("\n  ").Append(row.Id).Append(row.Story is { } story ? $", told of story {story}" : ", told of all stories").Append($" since {Time(row.Since)}\n");
            words.Append(row.State switch
            {
                "works" => row.LastTold is { } told ? $"  works; last told {Time(told)}\n" : "  nothing told yet\n",
                "stopped" => $"  stopped: {row.Problem}\n",
                _ => $"  fails since {Time(row.FailingSince)}: {row.Problem}\n  tried {row.Tries} times, again {Time(row.Next)}\n",
            });
            if (row.Mend is { } mend)
                words.Append("  what to do: ").Append(mend).Append('\n');
        }
        return rows.Count == 0 ? "no address is told of changes; begin with 'attest alerts --add URL'\n" : words.ToString();
    }

    private static string Time(DateTimeOffset? at) => at is { } time ? time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "never";
}

/// <summary>Rows as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<HookRow>))]
internal sealed partial class HookRowContext : JsonSerializerContext;
