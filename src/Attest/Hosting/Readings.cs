using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Attest.Engine;
using Attest.Engine.Grouping;
using Attest.Engine.Model;
using Attest.Engine.Text;
using Attest.Log;
using Attest.Telemetry;

namespace Attest.Hosting;

/// <summary>A report with all that is derived from it alone.</summary>
/// <param name="Body">The report's entry.</param>
/// <param name="Read">What it states.</param>
/// <param name="Features">What grouping needs of it.</param>
/// <param name="Undecided">An error of the engine in it, of which nothing is decided yet; null where there is none.</param>
internal sealed record Reading(ReportBody Body, ReadReport Read, ReportFeatures Features, AnalysisFailed? Undecided = null);

/// <summary>Reads reports from the log and takes them apart, each once: the analyses are kept in the cache. May be called from many threads.</summary>
internal sealed class Readings(ILog log, Cache cache, SetAside setAside, Func<Report, Analysis>? analyse = null)
{
    private const string Kind = "reading";

    private static readonly JsonSerializerOptions options = new()
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
    };

    private readonly Func<Report, Analysis> analyse = analyse ?? Analysis.Of;

    /// <summary>What operators said of outlets.</summary>
    public OutletEdits Edits { get; } = new(log);

    /// <summary>The version of a report under a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="applies">Whether what was said of its outlet holds where it is read; nothing does where null.</param>
    /// <exception cref="AnalysisFailed">The engine fails of it.</exception>
    public Reading Of(string key, Func<OutletEdit, bool>? applies = null)
    {
        var reading = TryOf(key, applies);
        return reading.Undecided is { } failed ? throw failed : reading;
    }

    /// <summary>The same; where the engine fails of it, the report as it is.</summary>
    public Reading TryOf(string key) => TryOf(key, null);

    private Reading TryOf(string key, Func<OutletEdit, bool>? applies)
    {
        var body = BodyOf(key);
        var edit = applies is null ? null : Edits.Of(body.Report.Outlet, applies);
        if (edit is not null)
            body = body with { Report = body.Report with { Outlet = edit.Of(body.Report.Outlet) } };
        // How a text is read depends on what its outlet is.
        string kept = edit is null ? key : $"{key}|{edit.Key}";
        string? text = log.TextOf(body.Text);
        var report = body.Report with { Text = text ?? "", Flags = text is null ? [.. body.Report.Flags, ReportFlag.TextRemoved] : body.Report.Flags };
        if (setAside.Why(key) is { } why)
            return Undone(body, Analysis.Without(report, why), null);
        if (report.Text.Length > 0 && cache.Get(Kind, kept) is { } stored && Unpacked(stored) is { } known)
        {
            var flagged = known.Analysed ? LongText.Flagged(report, known.Cut) : report with { Flags = [.. report.Flags, ReportFlag.NotAnalysed] };
            return new Reading(body, new ReadReport(flagged, new AnalysedText(report.Text, known.Sentences), known.Statements), known.Features);
        }
        Analysis analysis;
        using (Stage.Begin(Stage.Read))
            analysis = analyse(report);
        if (analysis.Failed is { } failed)
            return Undone(body, analysis, new AnalysisFailed(key, failed));
        var (read, features) = (analysis.Read, analysis.Features);
        if (report.Text.Length > 0)
            cache.Put(Kind, kept, Packed(new Stored(!read.Report.Flags.Contains(ReportFlag.NotAnalysed), read.Text.Sentences, read.Statements, features, read.Report.Flags.Contains(ReportFlag.PartlyAnalysed))));
        return new Reading(body, read, features);
    }

    /// <summary>Keeps nothing more of what was derived of a report, with whatever was said of its outlet.</summary>
    public static void Forget(Cache cache, string key)
    {
        foreach (string kept in cache.KeysOf(Kind, key))
            cache.Drop(Kind, kept);
    }

    /// <summary>The entry of the report under a key.</summary>
    /// <exception cref="LogException">There is none: the log is damaged.</exception>
    public ReportBody BodyOf(string key) =>
        log.NumberOf(key) is { } number && log.Read(number - 1).FirstOrDefault() is { } entry && entry.Number == number
            ? LogJson.Read<ReportBody>(entry.Body)
            : throw new LogException($"the log has no report {key}, though an entry names it: 'attest verify' says more; restore the newest backup with 'attest restore'");

    private static Reading Undone(ReportBody body, Analysis analysis, AnalysisFailed? undecided) => new(body, analysis.Read, analysis.Features, undecided);

    private static byte[] Packed(Stored stored)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(brotli, stored, options);
        return packed.ToArray();
    }

    private static Stored? Unpacked(byte[] packed)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Stored>(brotli, options);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or InvalidOperationException)
        {
            return null; // damaged: it is derived anew
        }
    }

    private sealed record Stored(bool Analysed, ImmutableArray<Sentence> Sentences, ImmutableArray<Statement> Statements, ReportFeatures Features, bool Cut = false);
}
