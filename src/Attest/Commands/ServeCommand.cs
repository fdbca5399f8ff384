using System.CommandLine;
using Attest.Alerts;
using Attest.Hosting;
using Attest.Input;
using Attest.Log;
using Attest.Settings;
using Attest.Web.Server;

namespace Attest.Commands;

/// <summary><c>attest serve</c>, and <c>attest</c> alone: shows the stories of the data folder in a browser, takes reports in, and gathers what is followed.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Serve the stories' pages, take reports in and gather from the followed feeds; on this machine only unless told otherwise.");
        Prepare(command);
        return command;
    }

    /// <summary>Gives a command the flags and the work of serving.</summary>
    public static void Prepare(Command command)
    {
        var (flags, data) = (new SettingFlags(), DataFolder.Option());
        command.Add(data);
        flags.AddTo(command);
        command.SetAction((parsed, cancel) => Terminal.RunAsync(() => ReadAsync(flags.Given(parsed), DataFolder.Of(parsed.GetValue(data)), cancel)));
    }

    private static async Task<int> ReadAsync(Dictionary<string, string> flags, string folder, CancellationToken cancel)
    {
        var read = SettingsReader.Read(flags, Environment.GetEnvironmentVariable, Path.Combine(folder, SettingsReader.FileName));
        if (read is SettingsRead.Done done)
            return await ServeAsync(done.Settings, folder, cancel);
        await Console.Error.WriteLineAsync(((SettingsRead.Wrong)read).Why);
        return ExitCodes.WrongUsage;
    }

    private static async Task<int> ServeAsync(ServerSettings settings, string folder, CancellationToken cancel)
    {
        await using var newsroom = Newsroom.Open(folder, TimeProvider.System);
        await using var sample = newsroom.IsEmpty ? await SampleAsync(cancel) : null;
        var desk = new ServedDesk(newsroom, sample?.Archive, WriteToken.Of(folder), TimeProvider.System) { Settings = settings, AlertKey = AlertKey.Of(folder) };
        await using var app = SiteServer.Create(desk);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync($"cannot listen on {settings.Urls}: {e.Message} Give another address with --urls.");
            return ExitCodes.Failed;
        }
        if (sample is not null)
            await Console.Error.WriteLineAsync($"The data folder {folder} is empty, so the sample story is shown: outlets, people and figures in it are invented.");
        if (desk.Token.Fresh is { } token)
            await Console.Error.WriteLineAsync($"Token for whoever sends reports or follows questions, printed this once (the folder keeps its hash): {token}");
        if (settings is { Gather: true, Contact: null })
            await Console.Error.WriteLineAsync("Give --contact before you follow feeds, so that sites know whom to ask when something is wrong.");
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
