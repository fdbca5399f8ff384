using System.CommandLine;
using Attest.Engine.Publishing;
using Attest.Hosting;
using Attest.Web;
using Spectre.Console;

namespace Attest.Commands;

/// <summary><c>attest stories</c>: lists the stories of the data folder.</summary>
internal static class StoriesCommand
{
    public static Command Create()
    {
        var data = DataFolder.Option();
        var json = Options.Json();
        var command = new Command("stories", "List the stories, last changed first.") { json, data };
        command.SetAction((parsed, _) => Terminal.RunAsync(() => RunAsync(DataFolder.Of(parsed.GetValue(data)), parsed.GetValue(json))));
        return command;
    }

    private static async Task<int> RunAsync(string folder, bool json)
    {
        await using var newsroom = Newsroom.OpenToRead(folder, TimeProvider.System);
        var stories = newsroom.Archive.All();
        if (json)
        {
            await Terminal.WriteAsync(StoryJson.Write(IndexDocument.Of(stories)));
            return ExitCodes.Done;
        }
        var console = Terminal.Out();
        foreach (var story in stories)
        {
            console.MarkupLine($"[bold]{Markup.Escape(Terminal.Plain(story.Question))}[/]");
            console.MarkupLine($"  {Markup.Escape(story.Slug)} [dim]· {(Times.IsUnknown(story.LastChange) ? "no time" : Times.Full(story.LastChange))} · {Words.Number(story.Counts.Confirmed)} confirmed, {Words.Number(story.Counts.Unconfirmed + story.Counts.Disputed)} open · {Words.Count(story.Counts.Reports, "report")}[/]");
        }
        if (stories.IsEmpty)
            await Console.Error.WriteLineAsync($"no story yet in {folder}: 'attest ingest FILE' takes reports in");
        return ExitCodes.Done;
    }
}
