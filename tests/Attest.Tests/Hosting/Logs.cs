using Attest.Hosting;
using Attest.Log;

namespace Attest.Tests.Hosting;

/// <summary>Logs made of logs.</summary>
internal static class Logs
{
    /// <summary>A folder's log in memory, every body rewritten.</summary>
    public static async Task<ILog> CopyAsync(string folder, Func<string, string> rewrite)
    {
        await using var log = SqliteLog.OpenToRead(folder);
        var copy = new MemoryLog();
        foreach (var entry in log.Read())
        {
            var report = entry.Kind == EntryKinds.Report ? LogJson.Read<ReportBody>(entry.Body) : null;
            await copy.AppendAsync(
                [new NewEntry(entry.Story, entry.Version, entry.Kind, entry.At, rewrite(entry.Body), report is null ? null : ReportKey.Of(report.Report), report is null ? null : [new StoredText(report.Text, log.TextOf(report.Text)!)])],
                CancellationToken.None);
        }
        return copy;
    }
}
