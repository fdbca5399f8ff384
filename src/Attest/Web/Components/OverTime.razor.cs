using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Attest.Web.Components;

/// <summary>
/// Draws a <see cref="UnitChart"/>: x in percent, y in pixels, no scaled text. Labels that would run into each other are left out.
/// </summary>
public sealed partial class OverTime
{
    private const double Margin = 0.0825, MaximumCell = 16, MaximumHeight = 208, Top = 4, AxisHeight = 48, LabelHeight = 16;

    /// <summary>Share of the narrowest plot, 230 pixels on a small phone, that "2 Mar" or "10:40" takes, and that "23" takes.</summary>
    private const double WideLabel = 0.18, NarrowLabel = 0.08;

    private static readonly string[] Fills = ["f-c", "f-u", "f-d", "f-r"];

    /// <summary>The story.</summary>
    [Parameter]
    [EditorRequired]
    public StoryLookup Lookup { get; set; } = null!;

    private UnitChart? Chart { get; set; }

    private int N => Chart!.Columns.Length;

    private double Cell => Math.Clamp(MaximumHeight / Math.Max(1, Chart!.Highest), 1, MaximumCell);

    private double Base => Top + Math.Max(Cell * Chart!.Highest, Chart.Columns[^1].Counts.Count(c => c > 0) * LabelHeight);

    private double Height => Base + AxisHeight;

    private double Days => (Chart!.Columns[0].To - Chart.Columns[0].From).TotalDays;

    private string Span
    {
        get
        {
            var (first, last) = (Chart!.Columns[0].From, Chart.Columns[^1].From);
            if (!Chart.IsByDay && first.UtcDateTime.Date == last.UtcDateTime.Date)
                return $"{Times.Date(first)}, {Times.Format(first, "HH:mm")} to {Times.Clock(last)}";
            if (!Chart.IsByDay)
                return $"{Times.Format(first, "d MMM, HH:mm")} to {Times.Full(last)}";
            return first.UtcDateTime.Year == last.UtcDateTime.Year
                ? $"{Times.Format(first, first.UtcDateTime.Month == last.UtcDateTime.Month ? "%d" : "d MMMM")} to {Times.Format(last, "d MMMM yyyy")}"
                : $"{Times.Format(first, "d MMMM yyyy")} to {Times.Format(last, "d MMMM yyyy")}";
        }
    }

    /// <summary>Columns with a label: the first and the last, then those with an update, newest first, where there is room.</summary>
    private ImmutableSortedSet<int> Labels { get; set; } = [];

    /// <summary>Words beside the last column, at the height of their cells, one line apart at least.</summary>
    private IEnumerable<(double Y, string Words)> Legend
    {
        get
        {
            double below = 0, taken = double.NegativeInfinity;
            var counts = Chart!.Columns[^1].Counts;
            for (int g = 0; g < counts.Length; g++)
            {
                if (counts[g] == 0)
                    continue;
                double up = Math.Max(below + counts[g] * Cell / 2 - 4, taken + LabelHeight);
                below += counts[g] * Cell;
                taken = up;
                yield return (Base - up, $"{Words.Number(counts[g])} {UnitChart.Groups[g]}");
            }
        }
    }

    private IEnumerable<int> Rows => Enumerable.Range(0, N).Where(i => i == 0 || Chart!.Columns[i].Update is not null || !Chart.Columns[i].Counts.SequenceEqual(Chart.Columns[i - 1].Counts));

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Chart = UnitChart.Of(Lookup.Story);
        if (Chart is null)
            return;
        var labels = ImmutableSortedSet.CreateBuilder<int>();
        var wanted = new[] { 0, N - 1 }.Concat(Enumerable.Range(0, N).Reverse().Where(i => Chart.Columns[i].Update is not null));
        foreach (int i in wanted)
            if (labels.All(l => Math.Abs(l - i) >= N * (Width(l) + Width(i) + (OtherMonth(l, i) ? WideLabel - NarrowLabel : 0)) / 2))
                labels.Add(i);
        Labels = labels.ToImmutable();
    }

    // The first label of many begins at its column, where others stand about theirs.
    private double Width(int column) => column == 0 ? (N > 8 ? 2 : 1) * WideLabel : Chart!.IsByDay ? NarrowLabel : WideLabel;

    // A day of another month is written with it.
    private bool OtherMonth(int a, int b) => Chart!.IsByDay && Chart.Columns[a].From.UtcDateTime.Month != Chart.Columns[b].From.UtcDateTime.Month;

    private static string Unit(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private string Anchor(int column) => column == 0 && N > 8 ? "start" : "middle";

    private int? Before(int column) => column == Labels.Min ? null : Labels.Where(l => l < column).Max();

    private string RowTime(int column) => Chart!.IsByDay
        ? Times.Format(Chart.Columns[column].From, "d MMM")
        : Times.Format(Chart.Columns[column].From, "d MMM, HH:mm");

    private string Event(int column) =>
        column == 0 ? "Story opened"
        : Chart!.Columns[column].Update is not { } update ? "Reports read"
        : update.Changes.Any(c => c.Kind is "corrected" or "retracted") ? "Correction"
        : "Update";
}
