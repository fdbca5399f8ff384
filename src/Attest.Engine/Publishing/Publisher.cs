using System.Collections.Immutable;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Publishing;

/// <summary>
/// Turns a story's state into the object that programs and pages read. Nothing is decided here: it
/// 1. puts claims in order of importance, 2. lists each address once with its newest version, 3. gathers origins and number series,
/// 4. counts, 5. writes every closed choice as its token.
/// </summary>
public static class Publisher
{
    /// <summary>The story as its document.</summary>
    public static StoryDocument Publish(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var newest = story.Reports.GroupBy(r => r.Report.Id).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Report.Version)!);
        var read = story.Reports.DistinctBy(r => (r.Report.Id, r.Report.Version)).ToDictionary(r => (r.Report.Id, r.Report.Version), r => r.Report);
        var series = new QuantitySeries(story);
        var claims = InOrderOfImportance(story);
        var reports = newest.Values.OrderBy(r => r.Report.Published).ThenBy(r => r.Report.Url, StringComparer.Ordinal).ToArray();
        return new StoryDocument
        {
            Id = story.Id.Value,
            Slug = story.Slug,
            Question = story.Question,
            Url = $"stories/{story.Slug}/",
            Sample = story.Sample,
            Summary = [.. story.Summary.Select(Sentence)],
            FollowedSince = story.Opened,
            LastChange = story.LastChange,
            AsOf = story.AsOf,
            Version = Math.Max(1, story.Version),
            Counts = Count(claims, reports),
            WhatChanged = story.Updates.LastOrDefault() is { } last
                ? new WhatChangedDocument { Text = last.WhatChanged.Text, Claims = Ids(last.WhatChanged.Claims), Changes = [.. last.Changes.Select(Change)] }
                : new WhatChangedDocument(),
            Updates = [.. story.Updates.Reverse().Select(u => Update(u, story.Updates))],
            Claims = [.. claims.Select(c => Claim(c, story, series, read, newest))],
            Origins = Origins(claims, reports),
            Reports = [.. reports.Select(Report)],
            Outlets = Outlets(reports),
        };
    }

    /// <summary>Lead claims of the newest update first, then by standing, origins, reports and age; utterances last.</summary>
    private static WeighedClaim[] InOrderOfImportance(Story story)
    {
        var lead = story.Updates.LastOrDefault()?.Lead ?? [];
        return [.. story.Claims
            .OrderBy(c => c.Claim.Kind == ClaimKind.Utterance)
            .ThenBy(c => lead.Contains(c.Claim.Id) ? lead.IndexOf(c.Claim.Id) : int.MaxValue)
            .ThenBy(c => Rank(c.Standing))
            .ThenByDescending(c => c.Origins)
            .ThenByDescending(c => c.Reports)
            .ThenBy(c => c.Claim.FirstSeen)
            .ThenBy(c => c.Claim.Id.Value, StringComparer.Ordinal)];
    }

    private static int Rank(Standing standing) => standing switch
    {
        Standing.OnRecord or Standing.Corroborated => 0,
        Standing.Disputed => 1,
        Standing.Refuted or Standing.Retracted or Standing.Corrected => 2,
        Standing.Uncorroborated or Standing.Stated => 3,
        Standing.Forecast => 4,
        Standing.Opinion => 5,
        Standing.Superseded => 6,
        Standing.Lapsed => 7,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static CountsDocument Count(WeighedClaim[] claims, TracedReport[] reports)
    {
        var told = claims.Where(c => c.Claim.Kind != ClaimKind.Utterance).ToArray();
        int With(params Standing[] standings) => told.Count(c => standings.Contains(c.Standing));
        return new CountsDocument
        {
            Confirmed = told.Count(c => c.Confirmed),
            Unconfirmed = With(Standing.Uncorroborated, Standing.Stated, Standing.Forecast, Standing.Opinion, Standing.Lapsed),
            Disputed = With(Standing.Disputed),
            Refuted = With(Standing.Refuted),
            Retracted = With(Standing.Retracted, Standing.Corrected),
            Reports = reports.Length,
            Outlets = reports.Select(r => r.Report.Outlet.Name).Distinct(StringComparer.Ordinal).Count(),
            Origins = reports.Select(r => r.Lead).Where(o => o.Kind is not (OriginKind.Unknown or OriginKind.Relay)).Select(o => o.Id).Distinct().Count(),
        };
    }

    private static ClaimDocument Claim(WeighedClaim weighed, Story story, QuantitySeries series, Dictionary<(ReportId Id, int Version), Report> read, Dictionary<ReportId, TracedReport> newest)
    {
        var claim = weighed.Claim;
        var history = story.History.TryGetValue(claim.Id.Value, out var steps) ? steps : [];
        return new ClaimDocument
        {
            Id = claim.Id.Value,
            Text = claim.Wording,
            Kind = claim.Kind.Token(),
            Standing = weighed.Standing.Token(),
            Confirmed = weighed.Confirmed,
            Probability = weighed.Probability,
            Flags = [.. weighed.Flags.Select(f => f.Token())],
            Reason = weighed.Reason,
            Rules = weighed.Rules,
            AttributedTo = claim.AttributedTo,
            Origins = weighed.Origins,
            Reports = weighed.Reports,
            FirstSeen = claim.FirstSeen,
            LastChanged = history.IsEmpty ? claim.FirstSeen : history[^1].At,
            SupersededBy = weighed.SupersededBy?.Value,
            WouldSettle = weighed.WouldSettle,
            Quantity = claim.Quantity is { } quantity ? Quantity(quantity, claim, series) : null,
            Contributions = [.. weighed.Contributions.Select(Contribution)],
            History = History(history),
            // An event and its figure rest on the same words of the same sentence: a reader is shown them once.
            Evidence = [.. claim.Evidence.Select(e => Evidence(e, read, newest)).Distinct()],
        };
    }

    /// <summary>The wording stands only where it ever changed, and then at every step that began with another.</summary>
    private static ImmutableArray<HistoryDocument> History(ImmutableArray<StandingChange> steps)
    {
        bool reworded = steps.Any(s => s.Wording != steps[0].Wording);
        return [.. steps.Select((s, i) => new HistoryDocument
        {
            At = s.At,
            Standing = s.Standing.Token(),
            Probability = s.Probability,
            Because = s.Because,
            Wording = reworded && (i == 0 || s.Wording != steps[i - 1].Wording) ? s.Wording : null,
        })];
    }

    private static EvidenceDocument Evidence(Evidence evidence, Dictionary<(ReportId Id, int Version), Report> read, Dictionary<ReportId, TracedReport> newest)
    {
        var statement = evidence.Traced.Statement;
        var report = read[(statement.Report, statement.Version)];
        return new EvidenceDocument
        {
            Report = statement.Report.Value,
            Quote = statement.Quote.Of(report.Text),
            Start = statement.Quote.Start,
            Length = statement.Quote.Length,
            Voice = statement.Voice.Token(),
            Speaker = statement.Speaker?.Name,
            Stance = evidence.Stance.Token(),
            Kind = evidence.Traced.Grade.Token(),
            Origin = evidence.Traced.Origin.Id.Value,
            At = statement.At,
            Version = newest[statement.Report].Report.Version == statement.Version ? null : statement.Version,
            Withdrawn = evidence.Withdrawn,
        };
    }

    private static QuantityDocument Quantity(Quantity quantity, Claim claim, QuantitySeries series) => new()
    {
        Value = quantity.Value,
        Unit = quantity.Unit,
        Bound = quantity.Bound.Token(),
        Series = series.Of(claim),
    };

    private static ImmutableArray<OriginDocument> Origins(WeighedClaim[] claims, TracedReport[] reports)
    {
        var newest = reports.ToDictionary(r => r.Report.Id, r => r.Report);
        var behind = reports.SelectMany(r => r.Statements.Select(s => (s.Origin, r.Report)).Prepend((r.Lead, r.Report)))
            .Concat(claims.SelectMany(c => c.Claim.Evidence).Select(e => (e.Traced.Origin, Report: newest[e.Traced.Statement.Report])));
        return
        [
            .. behind
                .GroupBy(b => b.Item1.Id)
                .Select(g => (g.First().Item1, Reports: g.Select(b => b.Item2).DistinctBy(r => r.Id).OrderBy(r => r.Published).ThenBy(r => r.Url, StringComparer.Ordinal).ToArray()))
                .OrderBy(o => o.Reports[0].Published)
                .ThenBy(o => o.Item1.Id.Value, StringComparer.Ordinal)
                .Select(o => new OriginDocument
                {
                    Id = o.Item1.Id.Value,
                    Label = o.Item1.Label,
                    Kind = o.Item1.Kind.Token(),
                    Reports = [.. o.Reports.Select(r => r.Id.Value)],
                }),
        ];
    }

    private static ImmutableArray<OutletDocument> Outlets(TracedReport[] reports) =>
    [
        .. reports
            .Select(r => r.Report.Outlet)
            .GroupBy(o => o.Name, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.MinBy(o => o.KindFrom)!)
            .Select(o => new OutletDocument { Name = o.Name, Host = o.Host, Kind = o.Kind.Token(), KindFrom = o.KindFrom.Token(), Family = o.Family }),
    ];

    private static ReportDocument Report(TracedReport traced) => new()
    {
        Id = traced.Report.Id.Value,
        Url = traced.Report.Url,
        Outlet = traced.Report.Outlet.Name,
        Title = traced.Report.Title.Length == 0 ? null : traced.Report.Title,
        Published = traced.Report.Published,
        Version = traced.Report.Version,
        Origin = traced.Lead.Id.Value,
        Origins = [.. traced.Statements.Select(s => s.Origin.Id.Value).Prepend(traced.Lead.Id.Value).Distinct(StringComparer.Ordinal)],
        CopyOf = traced.CopyOf?.Value,
        CollapsedBecause = traced.CollapsedBecause?.Token(),
        Lang = traced.Report.Language == "en" ? null : traced.Report.Language,
        Flags = [.. traced.Report.Flags.Append(ReportFlag.Edited).Where(f => f != ReportFlag.Edited || traced.Report.Version > 1).Distinct().Select(f => f.Token())],
    };

    private static UpdateDocument Update(Update update, ImmutableArray<Update> all) => new()
    {
        Id = update.Id.Value,
        At = update.At,
        Headline = update.Headline,
        Lead = Ids(update.Lead),
        Confidence = update.Confidence,
        Word = update.Confidence is { } confidence ? ConfidenceWords.Of(confidence) : null,
        Calibrated = false,
        EvidenceStrength = update.Strength.ToString().ToLowerInvariant(),
        Contributions = [.. update.Contributions.Select(Contribution)],
        Summary = [.. update.Summary.Select(Sentence)],
        Confirmed = Ids(update.Confirmed),
        Unconfirmed = Ids(update.Unconfirmed),
        Changes = [.. update.Changes.Select(Change)],
        Reports = [.. update.Reports.Select(r => r.Value)],
        Corrections = [.. all.Where(u => u.Corrects.Contains(update.Id)).Select(u => new CorrectionDocument { At = u.At, Update = u.Id.Value })],
    };

    private static ImmutableArray<string> Ids(ImmutableArray<ClaimId> claims) => [.. claims.Select(c => c.Value)];

    private static SentenceDocument Sentence(BoundSentence sentence) => new() { Text = sentence.Text, Claims = Ids(sentence.Claims) };

    private static ContributionDocument Contribution(Contribution part) => new() { What = part.What, LogOdds = part.LogOdds };

    private static ChangeDocument Change(Change change) =>
        new() { Kind = change.Kind.Token(), Claim = change.Claim.Value, Text = change.Text, From = change.From, To = change.To, At = change.At };
}
