using System.CommandLine;
using Attest.Engine;
using Attest.Engine.Publishing;
using Attest.Input;
using Attest.Web;

namespace Attest.Commands;

/// <summary><c>attest serve</c>, and <c>attest</c> alone: shows the stories in a browser.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var urls = Urls();
        var command = new Command("serve", "Serve the stories' pages, on this machine only unless told otherwise.") { urls };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(urls), cancel));
        return command;
    }

    public static Option<string?> Urls() => new("--urls") { HelpName = "URL", Description = $"address to listen on (default {DefaultUrls})" };

    public static async Task<int> RunAsync(string? given, CancellationToken cancel)
    {
        string urls = given ?? DefaultUrls;
        var stories = Edition.Of(SampleStory.Read(), SampleStory.Question, asOf: null, cancel).Stories;
        var site = await Site.RenderAsync([.. stories.Select(Publisher.Publish)]);
        var app = SiteServer.Create(urls, site);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync($"cannot listen on {urls}: {e.Message} Give another address with --urls.");
            return ExitCodes.Failed;
        }
        await Console.Error.WriteLineAsync("The sample story is shown: outlets, people and figures in it are invented.");
        foreach (string url in app.Urls)
            await Console.Out.WriteLineAsync($"Attest serves at {url}/ (stop with Ctrl+C)");
        await app.WaitForShutdownAsync(cancel);
        return ExitCodes.Done;
    }
}
