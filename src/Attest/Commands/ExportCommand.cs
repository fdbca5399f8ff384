using System.CommandLine;
using Attest.Engine.Publishing;
using Attest.Hosting;
using Attest.Web;

namespace Attest.Commands;

/// <summary><c>attest export</c>: writes one story to a file.</summary>
internal static class ExportCommand
{
    private static readonly string[] formats = ["json", "atom", "jsonfeed", "html", "md"];

    public static Command Create()
    {
        var story = ShowCommand.Story();
        var output = new Option<string>("--out") { Required = true, HelpName = "FILE", Description = "where it is written" };
        var format = new Option<string>("--format") { HelpName = string.Join('|', formats), Description = "the form (default json)", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong(formats);
        var asOf = Options.Time("--as-of", "as the story was then");
        var data = DataFolder.Option();
        var command = new Command("export", "Write a story to a file.") { story, output, format, asOf, data };
        command.SetAction((parsed, _) => Terminal.RunAsync(() => RunAsync(
            parsed.GetValue(story)!, parsed.GetValue(output)!, parsed.GetValue(format)!, parsed.GetValue(asOf), DataFolder.Of(parsed.GetValue(data)))));
        return command;
    }

    private static async Task<int> RunAsync(string story, string output, string format, DateTimeOffset? asOf, string folder)
    {
        await using var newsroom = Newsroom.OpenToRead(folder, TimeProvider.System);
        if (await ShowCommand.FindAsync(newsroom, story, asOf, folder) is not { } found)
            return ExitCodes.Failed;
        byte[] content = format switch
        {
            "atom" => AtomFeed.Write(FeedChannel.Of(found)),
            "jsonfeed" => JsonFeed.Write(FeedChannel.Of(found)),
            "html" => await HtmlAsync(found),
            "md" => StoryMarkdown.Write(found),
            _ => StoryJson.Write(found),
        };
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(output)) is { } into)
                Directory.CreateDirectory(into);
            await File.WriteAllBytesAsync(output + ".part", content);
            File.Move(output + ".part", output, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{output}: cannot be written: {e.Message}");
            return ExitCodes.Failed;
        }
        return ExitCodes.Done;
    }

    private static async Task<byte[]> HtmlAsync(StoryDocument story)
    {
        await using var pages = new PageRenderer();
        return StandalonePage.Of(await pages.StoryAsync(new StoryLookup(story)));
    }
}
