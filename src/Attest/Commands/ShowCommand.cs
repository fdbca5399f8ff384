using System.CommandLine;
using Attest.Engine.Publishing;
using Attest.Hosting;

namespace Attest.Commands;

/// <summary><c>attest show</c>: one story, now or as it was.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var story = Story();
        var asOf = Options.Time("--as-of", "show the story as it was then");
        var json = Options.Json();
        var data = DataFolder.Option();
        var command = new Command("show", "Show a story: what is confirmed, what is not, and what changed.") { story, asOf, json, data };
        command.SetAction((parsed, _) => Terminal.RunAsync(() => RunAsync(
            parsed.GetValue(story)!, parsed.GetValue(asOf), parsed.GetValue(json), DataFolder.Of(parsed.GetValue(data)))));
        return command;
    }

    public static Argument<string> Story() => new("STORY") { Description = "the story's slug or id, as 'attest stories' lists it" };

    /// <summary>A story of a newsroom; null, with a word on standard error, where there is none.</summary>
    public static async Task<StoryDocument?> FindAsync(Newsroom newsroom, string story, DateTimeOffset? asOf, string folder)
    {
        var found = asOf is { } moment ? newsroom.Archive.Story(story, moment) : newsroom.Archive.Story(story);
        if (found is null)
            await Console.Error.WriteLineAsync(asOf is not null && newsroom.Archive.Story(story) is { } later
                ? $"{story}: its first report came later, at {Web.Times.Format(later.FollowedSince, "yyyy-MM-dd'T'HH:mm:ss'Z'")}"
                : $"{story}: there is no such story in {folder}; 'attest stories' lists them");
        return found;
    }

    private static async Task<int> RunAsync(string story, DateTimeOffset? asOf, bool json, string folder)
    {
        await using var newsroom = Newsroom.OpenToRead(folder, TimeProvider.System);
        if (await FindAsync(newsroom, story, asOf, folder) is not { } found)
            return ExitCodes.Failed;
        if (json)
            await Terminal.WriteAsync(StoryJson.Write(found));
        else
            StoryView.Write(found, Terminal.Out());
        return ExitCodes.Done;
    }
}
