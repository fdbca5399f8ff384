using System.CommandLine;
using Attest.Hosting;
using Attest.Input;
using Attest.Log;
using Attest.Web.Server;

namespace Attest.Commands;

/// <summary><c>attest serve</c>, and <c>attest</c> alone: shows the stories of the data folder in a browser and takes reports in.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var (urls, data) = (Urls(), DataFolder.Option());
        var command = new Command("serve", "Serve the stories' pages and take reports in, on this machine only unless told otherwise.") { urls, data };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(urls), parsed.GetValue(data), cancel));
        return command;
    }

    public static Option<string?> Urls() => new("--urls") { HelpName = "URL", Description = $"address to listen on (default {DefaultUrls})" };

    public static Task<int> RunAsync(string? urls, string? data, CancellationToken cancel) =>
        Terminal.RunAsync(() => ServeAsync(urls ?? DefaultUrls, DataFolder.Of(data), cancel));

    private static async Task<int> ServeAsync(string urls, string folder, CancellationToken cancel)
    {
        await using var newsroom = Newsroom.Open(folder, TimeProvider.System);
        await using var sample = newsroom.IsEmpty ? await SampleAsync(cancel) : null;
        var desk = new ServedDesk(newsroom, sample?.Archive, WriteToken.Of(folder), TimeProvider.System);
        await using var app = SiteServer.Create(urls, desk);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync($"cannot listen on {urls}: {e.Message} Give another address with --urls.");
            return ExitCodes.Failed;
        }
        if (sample is not null)
            await Console.Error.WriteLineAsync($"The data folder {folder} is empty, so the sample story is shown: outlets, people and figures in it are invented.");
        if (desk.Token.Fresh is { } token)
            await Console.Error.WriteLineAsync($"Token for whoever sends reports, printed this once (the folder keeps its hash): {token}");
        foreach (string url in app.Urls)
            await Console.Out.WriteLineAsync($"Attest serves at {url}/ (stop with Ctrl+C)");
        await app.WaitForShutdownAsync(cancel);
        return ExitCodes.Done;
    }

    private static async Task<Newsroom> SampleAsync(CancellationToken cancel)
    {
        var sample = Newsroom.Of(new MemoryLog(), Cache.None, TimeProvider.System);
        var taken = await sample.AcceptAsync(SampleStory.Lines(), null, isLive: false, SampleStory.Question, cancel);
        await sample.PlaceAsync(show: false, cancel);
        await sample.SettleAsync(taken.Now, everywhere: true, cancel);
        return sample;
    }
}
