using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>Row 11: what is unconfirmed and has had no new evidence for a while goes to the archive. It comes back with new evidence.</summary>
internal static class Lapses
{
    /// <summary>Whether the claim has lapsed.</summary>
    public static bool HasLapsed(Dossier d, Standing standing, WeighingContext context) =>
        standing is Standing.Disputed or Standing.Stated or Standing.Uncorroborated && context.HasTimes
        && context.Now - LastNews(d) >= Calibration.Lapse;

    private static DateTimeOffset LastNews(Dossier d) => d.Refutes.IsEmpty || d.Refutes[^1].Statement.At < d.LastEvidence ? d.LastEvidence : d.Refutes[^1].Statement.At;
}
