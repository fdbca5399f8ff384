using System.Collections.Concurrent;
using Attest.Engine.Text;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>
/// Reports that an error of the engine keeps from being analysed. That a report is set aside is written to the log before anything is published without it, so that
/// the fold, a reader and <c>verify</c> agree on it, whether or not the error comes again. It holds for the engine that decided it; another one tries anew.
/// </summary>
internal sealed class SetAside
{
    private readonly ILog log;
    private readonly ConcurrentDictionary<string, string> causes = new(StringComparer.Ordinal);

    public SetAside(ILog log)
    {
        this.log = log;
        string prefix = KeyOf("");
        foreach (string key in log.KeysOf(prefix))
            if (log.NumberOf(key) is { } number && log.Read(number - 1).FirstOrDefault() is { } entry)
                causes[key[prefix.Length..]] = LogJson.Read<NotAnalysedBody>(entry.Body).Cause;
    }

    /// <summary>What was decided since the log was opened, until it is taken away: to be said to the operator.</summary>
    public ConcurrentQueue<NotAnalysedBody> Fresh { get; } = new();

    /// <summary>Why this engine does not analyse the report under a key; null where it does.</summary>
    public string? Why(string report) => causes.GetValueOrDefault(report);

    /// <summary>Decides it.</summary>
    /// <exception cref="LogException">The log did not take it, or it is no single report that the engine fails of.</exception>
    public async Task DecideAsync(AnalysisFailed failed, DateTimeOffset now)
    {
        if (Language.Analyse("Two people died in a fire.").Sentences.IsEmpty)
            throw new LogException($"the engine does not work here ({failed.Why}): install Attest anew");
        var body = new NotAnalysedBody(failed.Report, failed.Why, Algorithm.Version);
        if (await log.AppendAsync([new NewEntry(null, 0, EntryKinds.NotAnalysed, now, LogJson.Write(body), KeyOf(failed.Report))], CancellationToken.None) is Appended.Failed refused)
            throw new LogException(refused.Why);
        causes[failed.Report] = failed.Why;
        Fresh.Enqueue(body);
    }

    private static string KeyOf(string report) => $"notAnalysed|{Algorithm.Version}|{report}";
}
