using System.Collections.Immutable;
using System.Globalization;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>
/// Who broke it, who copied: per origin its first report and all that repeat it, along time. Each report stands once, at the origin of its
/// lead statement, so that the strip and the count of origins agree; reports that only relay, or of unknown origin, are no origins.
/// </summary>
public sealed class OriginsStrip
{
    private const int MostRows = 12;
    private const double Left = 15, Right = 285;

    private OriginsStrip(ImmutableArray<Row> rows, int left, DateTimeOffset from, DateTimeOffset to) =>
        (Rows, LeftOut, From, To) = (rows, left, from, to);

    /// <summary>An origin.</summary>
    /// <param name="Origin">The origin.</param>
    /// <param name="First">Where on the line its first report stands, in units of 300.</param>
    /// <param name="Others">Where the others stand.</param>
    /// <param name="Words">"4 copies", "2 more reports", "no copies".</param>
    public sealed record Row(OriginDocument Origin, double First, ImmutableArray<double> Others, string Words)
    {
        /// <summary>The origin's name, short enough for the strip.</summary>
        public string Name => Web.Words.Sentence(Origin.Label.Length <= 27 ? Origin.Label : string.Concat(Origin.Label.AsSpan(0, Pair(Origin.Label, 26)).TrimEnd(), "…"));

        /// <summary>About how wide name and words are, in units: half-bold figures of a 13-pixel sans.</summary>
        public double Width => Name.Length * 7.1 + Words.Length * 6.4 + 6;

        private static int Pair(string text, int at) => char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
    }

    /// <summary>In order of their first report.</summary>
    public ImmutableArray<Row> Rows { get; }

    /// <summary>Origins that the strip has no room for: those with the fewest reports.</summary>
    public int LeftOut { get; }

    /// <summary>Time of the first report.</summary>
    public DateTimeOffset From { get; }

    /// <summary>Time of the last report.</summary>
    public DateTimeOffset To { get; }

    /// <summary>Whether all reports came at one time, so that there is no line to draw.</summary>
    public bool IsOneMoment => From == To;

    /// <summary>The whole strip in words.</summary>
    public string InWords =>
        $"{Words.Count(Rows.Length, "origin")} in order of first report: " + string.Join("; ", Rows.Select(r => $"{r.Origin.Label}, {r.Words}")) + ".";

    /// <summary>The strip of a story; null where it has no origins.</summary>
    public static OriginsStrip? Of(StoryLookup story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var origins = story.Story.Origins
            .Where(o => o.Kind is not ("relay" or "unknown"))
            .Select(o => (Origin: o, Reports: story.Story.Reports.Where(r => r.Origin == o.Id).OrderBy(r => r.Published).ToImmutableArray()))
            .Where(o => !o.Reports.IsEmpty)
            .ToArray();
        if (origins.Length == 0)
            return null;
        var shown = origins.OrderByDescending(o => o.Reports.Length).ThenBy(o => o.Reports[0].Published).Take(MostRows).OrderBy(o => o.Reports[0].Published).ToArray();
        var from = shown.Min(o => o.Reports[0].Published);
        var to = shown.Max(o => o.Reports[^1].Published);
        double At(ReportDocument r) => from == to ? Left : Left + (Right - Left) * ((r.Published - from) / (to - from));
        var rows = shown.Select(o => new Row(o.Origin, At(o.Reports[0]), [.. o.Reports.Skip(1).Select(At)], Repeats(o.Reports)));
        return new([.. rows], origins.Length - shown.Length, from, to);
    }

    /// <summary>A coordinate as SVG writes it.</summary>
    internal static string Unit(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Repeats(ImmutableArray<ReportDocument> reports)
    {
        var others = reports.Skip(1).ToArray();
        return others.Length == 0 ? "no copies"
            : others.All(Words.IsCopy) ? Words.Count(others.Length, "copy", "copies")
            : Words.Count(others.Length, "more report");
    }
}
