namespace Attest.Hosting;

/// <summary>An error of the engine in one report, of which nothing is decided yet; see <see cref="SetAside"/>.</summary>
/// <param name="report">Key of the report's version.</param>
/// <param name="why">What went wrong.</param>
internal sealed class AnalysisFailed(string report, string why) : Exception($"the report {report} cannot be analysed: {why}")
{
    public string Report { get; } = report;

    public string Why { get; } = why;
}
