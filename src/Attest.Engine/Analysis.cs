using System.Diagnostics;
using Attest.Engine.Grouping;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine;

/// <summary>
/// All that is derived from one report alone. An error of ours in one report must not cost the others: it ends here as a value with its cause, and the report is kept,
/// flagged <see cref="ReportFlag.NotAnalysed"/>.
/// </summary>
/// <param name="Read">What the report states; nothing where <paramref name="Failed"/>.</param>
/// <param name="Features">What grouping needs of it; only its headline's where <paramref name="Failed"/>.</param>
/// <param name="Failed">What went wrong, for whoever mends it; null where nothing did.</param>
public sealed record Analysis(ReadReport Read, ReportFeatures Features, string? Failed)
{
    /// <summary>Takes a report apart. Depends on the report alone.</summary>
    public static Analysis Of(Report report) => Of(report, Pipeline.Read);

    /// <summary>The same with another reader: a test's that fails.</summary>
    internal static Analysis Of(Report report, Func<Report, ReadReport> reader)
    {
        ArgumentNullException.ThrowIfNull(report);
        try
        {
            var read = reader(report);
            return new Analysis(read, Edition.FeaturesOf(read), null);
        }
        catch (Exception e) when (IsOfOneReport(e))
        {
            return Without(report, CauseOf(e));
        }
    }

    /// <summary>The report as it is, not taken apart.</summary>
    /// <param name="report">The report.</param>
    /// <param name="why">What went wrong.</param>
    public static Analysis Without(Report report, string why)
    {
        var read = Pipeline.LeaveUnread(report);
        AnalysedText nothing = new("", []);
        try
        {
            return new Analysis(read, ReportFeatures.Of(report, Language.Analyse(report.Title), nothing), why);
        }
        catch (Exception e) when (IsOfOneReport(e))
        {
            return new Analysis(read, ReportFeatures.Of(report, nothing, nothing), why);
        }
    }

    /// <summary>Whether an error may be one report's own: neither the machine's want of memory nor a wish to stop.</summary>
    public static bool IsOfOneReport(Exception error) => error is not (OperationCanceledException or OutOfMemoryException);

    /// <summary>An error in one line: what, where, and what it says.</summary>
    public static string CauseOf(Exception error)
    {
        var place = new StackTrace(error).GetFrames().Select(f => f.GetMethod()).FirstOrDefault(m => m?.DeclaringType?.Assembly == typeof(Analysis).Assembly);
        return $"{error.GetType().Name}{(place is null ? "" : $" in {place.DeclaringType!.Name}.{place.Name}")}: {error.Message.ReplaceLineEndings(" ")}";
    }
}
