using System.CommandLine;
using Attest.Log;

namespace Attest.Commands;

/// <summary><c>attest restore</c>: puts a backup in the place of a data folder's log.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a copy that 'attest backup' wrote" };
        var data = DataFolder.Option();
        var replace = new Option<bool>("--replace") { Description = "put the folder's own log aside, under another name" };
        var command = new Command("restore", "Check a backup and put it into a data folder that no server uses. A log that is there is never deleted.") { file, replace, data };
        command.SetAction((parsed, _) => Terminal.RunAsync(() => RunAsync(parsed.GetValue(file)!, parsed.GetValue(replace), DataFolder.Of(parsed.GetValue(data)))));
        return command;
    }

    private static async Task<int> RunAsync(string file, bool replace, string folder)
    {
        if (!File.Exists(file))
            throw new LogException($"{file}: no such file");
        Chain chain;
        await using (var copy = SqliteLog.OpenFile(file))
            chain = Chain.Follow(copy);
        if (chain.Broken is not null)
            throw new LogException($"{file} is damaged: {chain.Why}. Nothing was changed.");
        await using var ownership = SqliteLog.Own(folder);
        string target = Path.Combine(folder, SqliteLog.FileName);
        if (File.Exists(target) && !replace)
            throw new LogException($"{folder} has a log already: give an empty folder with --data, or --replace to put that log aside");
        try
        {
            File.Copy(file, target + ".part", overwrite: true);
            using (var written = new FileStream(target + ".part", FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            PutAside(target);
            File.Move(target + ".part", target);
            foreach (string cache in Directory.EnumerateFiles(folder, "cache.db*"))
                File.Delete(cache);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LogException($"{folder} cannot be written: {e.Message}", e);
        }
        await Console.Error.WriteLineAsync($"{Terminal.Counted((int)chain.Entries, "entry", "entries")} restored to {folder}; 'attest verify' checks the stories too");
        return ExitCodes.Done;
    }

    private static void PutAside(string target)
    {
        int number = 1;
        while (File.Exists($"{target}.before-{number}"))
            number++;
        // The write-ahead log first: a log without it is whole up to its last checkpoint, the other way round it would be mistaken for another's.
        foreach (string ending in new[] { "-shm", "-wal", "" })
            if (File.Exists(target + ending))
                File.Move(target + ending, $"{target}.before-{number}{ending}");
    }
}
