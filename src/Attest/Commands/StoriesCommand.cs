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
        var table = new Table().Border(TableBorder.None).AddColumn("last change").AddColumn("confirmed").AddColumn("open").AddColumn("reports").AddColumn("story").AddColumn("question");
        foreach (int number in new[] { 1, 2, 3 })
            table.Columns[number].RightAligned();
        foreach (var story in stories)
            table.AddRow(
                Times.IsUnknown(story.LastChange) ? "-" : Times.Format(story.LastChange, "yyyy-MM-dd HH:mm"),
                Words.Number(story.Counts.Confirmed),
                Words.Number(story.Counts.Unconfirmed + story.Counts.Disputed),
                Words.Number(story.Counts.Reports),
                Markup.Escape(story.Slug),
                Markup.Escape(Terminal.Plain(story.Question)));
        Terminal.Out().Write(table);
        return ExitCodes.Done;
    }
}
