using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Publishing;

/// <summary>
/// One outlet across stories: what it reported, how often it was first, how often it copied, and what became of what it stated itself.
/// Counts only: an outlet has no score.
/// </summary>
public sealed record SourceDocument
{
    /// <summary>Its part of the address: lower-case letters, digits and hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>What is known of it; the newest report's word.</summary>
    public required OutletDocument Outlet { get; init; }

    /// <summary>True where it stands in sample stories only.</summary>
    public required bool Sample { get; init; }

    /// <summary>The moment that the counts describe.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Its reports, newest first.</summary>
    public ImmutableArray<SourceReport> Reports { get; init; } = [];

    /// <summary>Claims that it states in its own voice and of its own, newest first; utterances are left out.</summary>
    public ImmutableArray<SourceClaim> Claims { get; init; } = [];

    /// <summary>Claims that it took back or corrected, newest first.</summary>
    public ImmutableArray<SourceClaim> Corrected { get; init; } = [];

    /// <summary>Number of stories that it reports on.</summary>
    public int Stories => Reports.Select(r => r.Slug).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Stories whose first report is its own.</summary>
    public int FirstInStory => Reports.Count(r => r.IsFirst);

    /// <summary>Reports that carry another's text or credit its agency.</summary>
    public int Copies => Reports.Count(r => r.Report.CopyOf is not null);

    /// <summary>Reports whose evidence is another's for any reason, copies included.</summary>
    public int Repeats => Reports.Count(r => r.Report.CopyOf is not null || r.Report.CollapsedBecause is not null);

    /// <summary>Reports that were changed after they first appeared.</summary>
    public int Edited => Reports.Count(r => r.Report.Flags.Contains("edited"));

    /// <summary>Claims that it was first with and that another origin bore out.</summary>
    public int FirstBorneOut => Claims.Count(c => c is { IsFirst: true, Claim: { Confirmed: true, Origins: > 1 } });

    /// <summary>All outlets of some stories, those with most reports first.</summary>
    public static ImmutableArray<SourceDocument> Of(IEnumerable<StoryDocument> stories)
    {
        ArgumentNullException.ThrowIfNull(stories);
        var told = stories.ToArray();
        var byKey = told
            .SelectMany(s => s.Outlets.Select(o => (Key: KeyOf(o.Name), Story: s, Outlet: o)))
            .GroupBy(o => o.Key, StringComparer.Ordinal);
        return [.. byKey
            .Select(g => Of(g.Key, [.. g.Select(o => (o.Story, o.Outlet))]))
            .Where(s => !s.Reports.IsEmpty)
            .OrderByDescending(s => s.Reports.Length)
            .ThenBy(s => s.Key, StringComparer.Ordinal)];
    }

    /// <summary>An outlet's part of the address, from its name; names that differ in punctuation only are one.</summary>
    public static string KeyOf(string outlet)
    {
        ArgumentNullException.ThrowIfNull(outlet);
        // Slugs leave out little words and letters that are not Latin: what is left of such a name is its content.
        string slug = Slug.Of(outlet);
        return slug == "story" && !outlet.Equals("story", StringComparison.OrdinalIgnoreCase) ? "outlet-" + ContentId.Of(outlet) : slug;
    }

    private static SourceDocument Of(string key, ImmutableArray<(StoryDocument Story, OutletDocument Outlet)> named)
    {
        var reports = new List<SourceReport>();
        var claims = new List<SourceClaim>();
        var corrected = new List<SourceClaim>();
        foreach (var (story, names) in named.GroupBy(n => n.Story).Select(g => (g.Key, g.Select(n => n.Outlet.Name).ToHashSet(StringComparer.Ordinal))))
        {
            var own = story.Reports.Where(r => names.Contains(r.Outlet)).ToDictionary(r => r.Id, StringComparer.Ordinal);
            reports.AddRange(own.Values.Select(r => new SourceReport(story.Slug, story.Question, r, r.Id == story.Reports[0].Id)));
            foreach (var claim in story.Claims.Where(c => c.Kind != "utterance"))
            {
                var said = claim.Evidence.Where(e => e.Stance == "supports" && own.ContainsKey(e.Report)).ToArray();
                if (said.FirstOrDefault(e => e.Withdrawn) is { } taken)
                    corrected.Add(new(story.Slug, claim, taken.At, false));
                if (said.FirstOrDefault(e => e.Voice == "asserts" && own[e.Report].CopyOf is null) is { } stated)
                    claims.Add(new(story.Slug, claim, stated.At, claim.Evidence.First(e => e.Stance == "supports").Report == stated.Report));
            }
        }
        var newest = named.MaxBy(n => n.Story.LastChange);
        return new()
        {
            Key = key,
            Outlet = newest.Outlet,
            Sample = named.All(n => n.Story.Sample),
            AsOf = named.Max(n => n.Story.AsOf),
            Reports = [.. reports.OrderByDescending(r => r.Report.Published).ThenBy(r => r.Report.Url, StringComparer.Ordinal)],
            Claims = [.. claims.OrderByDescending(c => c.At).ThenBy(c => c.Claim.Id, StringComparer.Ordinal)],
            Corrected = [.. corrected.OrderByDescending(c => c.At).ThenBy(c => c.Claim.Id, StringComparer.Ordinal)],
        };
    }
}

/// <summary>One report of an outlet.</summary>
/// <param name="Slug">Its story.</param>
/// <param name="Question">That story's question.</param>
/// <param name="Report">The report.</param>
/// <param name="IsFirst">Whether it is the story's first.</param>
public sealed record SourceReport(string Slug, string Question, ReportDocument Report, bool IsFirst);

/// <summary>One claim of an outlet.</summary>
/// <param name="Slug">Its story.</param>
/// <param name="Claim">The claim as it stands now.</param>
/// <param name="At">When the outlet made it.</param>
/// <param name="IsFirst">Whether nobody made it before.</param>
public sealed record SourceClaim(string Slug, ClaimDocument Claim, DateTimeOffset At, bool IsFirst);
