using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Reading;

/// <summary>Reports in canonical order, and the lines that became none.</summary>
/// <param name="Reports">Every version of every report, oldest first (ties: canonical address, then content hash).</param>
/// <param name="Now">The latest believable time of the input, or the one given.</param>
/// <param name="HasTimes">Whether any line gave a usable time.</param>
/// <param name="Sample">Whether any line is sample data.</param>
/// <param name="Refused">Index of each line that became no report, with what is wrong.</param>
public sealed record Intake(
    ImmutableArray<Report> Reports,
    DateTimeOffset Now,
    bool HasTimes,
    bool Sample,
    ImmutableArray<(int Line, string Wrong)> Refused)
{
    /// <summary>
    /// Makes reports of lines: 1. read pages, 2. put times in order, 3. resolve outlets, 4. number the versions of each address;
    /// the same text at the same address again is no new version.
    /// </summary>
    /// <param name="lines">The good lines of the input, in its order.</param>
    /// <param name="now">What counts as now; the latest believable time of the input where null.</param>
    /// <param name="operators">The operator's table of outlets.</param>
    /// <param name="known">The content hashes of the versions of a report that were read before: they are no report again, and the numbers of new ones go on from them.</param>
    public static Intake Of(
        IReadOnlyList<ReportLine> lines, DateTimeOffset? now = null, OutletTable? operators = null, Func<ReportId, IReadOnlyCollection<string>>? known = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var refused = ImmutableArray.CreateBuilder<(int, string)>();
        var kept = new List<(ReportLine Line, WebAddress.Canonical Address, Article? Page)>();
        for (int i = 0; i < lines.Count; i++)
        {
            switch (WebAddress.Read(lines[i].Url))
            {
                case WebAddress.Refused address:
                    refused.Add((i, address.Why));
                    break;
                case WebAddress.Canonical address:
                    var page = lines[i].Text is null ? PageReader.Read(lines[i].Html!) : null;
                    if (page is { Text.Length: 0 })
                        refused.Add((i, page.Unread ?? "no article text was found on the page"));
                    else
                        kept.Add((page is null ? lines[i] : Completed(lines[i], page), address, page));
                    break;
            }
        }
        var timed = ArrivalTimes.Resolve([.. kept.Select(k => k.Line)], now);
        var versions = timed.Lines.Select((line, i) => First(line, kept[i].Address, kept[i].Page, operators));
        return new Intake(
            [.. versions.GroupBy(r => r.Id).SelectMany(g => Numbered(g, known?.Invoke(g.Key) ?? [])).OrderBy(r => r.At).ThenBy(r => r.Url, StringComparer.Ordinal).ThenBy(r => r.ContentHash, StringComparer.Ordinal)],
            timed.Now,
            timed.HasTimes,
            lines.Any(l => l.Sample),
            refused.ToImmutable());
    }

    private static ReportLine Completed(ReportLine line, Article page) => line with
    {
        Text = page.Text,
        Title = line.Title ?? page.Title,
        Byline = WithCredit(line.Byline ?? page.Byline, page.Credit),
        Published = line.Published ?? page.Published,
        Updated = line.Updated ?? page.Updated,
        Lang = line.Lang ?? page.Language,
        Section = line.Section ?? page.Section,
    };

    // R3: an agency named beside the text stands with the author, where tracing looks for it.
    private static string? WithCredit(string? byline, string? credit) =>
        credit is null || byline is not null && byline.Contains(credit, StringComparison.OrdinalIgnoreCase) ? byline : byline is null ? credit : $"{byline}, {credit}";

    private static Report First(TimedLine timed, WebAddress.Canonical address, Article? page, OutletTable? operators)
    {
        var line = timed.Line;
        string text = line.Text!.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        string title = ShortLine.Of(line.Title ?? "");
        OutletKinds.TryRead(line.OutletKind, out var kind);
        return new Report
        {
            Id = ReportId.Of(address.Url),
            Version = 1,
            Url = address.Url,
            Outlet = OutletResolver.Resolve(new OutletClues(address.Host, line.Outlet, kind, line.Family, page?.Outlet, PageFamily: page?.Family), operators),
            Title = title,
            Byline = line.Byline is null ? null : ShortLine.Of(line.Byline),
            Published = timed.Published,
            At = timed.Changed,
            Language = LanguageOf(line.Lang, text),
            Text = text,
            ContentHash = ContentId.Hash(title + "\n\n" + text),
            Flags = timed.Missing ? [ReportFlag.NoTime] : timed.Future ? [ReportFlag.FutureTime] : [],
        };
    }

    private static IEnumerable<Report> Numbered(IEnumerable<Report> sameAddress, IReadOnlyCollection<string> known)
    {
        int number = known.Count;
        var fresh = sameAddress.Where(r => !known.Contains(r.ContentHash));
        foreach (var report in fresh.OrderBy(r => r.At).ThenBy(r => r.ContentHash, StringComparer.Ordinal).DistinctBy(r => r.ContentHash))
        {
            number++;
            yield return number == 1
                ? report with { At = report.Published }
                : report with { Version = number, Flags = [.. report.Flags, ReportFlag.Edited] };
        }
    }

    // The text decides where it tells: templates of pages say "en" over texts in any language.
    private static string LanguageOf(string? tag, string text) => LanguageOfText.Of(text) ?? (tag is { Length: >= 2 } ? tag[..2].ToLowerInvariant() : "en");
}
