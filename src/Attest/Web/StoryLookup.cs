using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>A story with its claims, origins and reports at hand by id, and the number by which the page calls each claim.</summary>
public sealed class StoryLookup
{
    private readonly Dictionary<string, (ClaimDocument Claim, int Number)> claims;
    private readonly Dictionary<string, ChangeDocument> revisions = new(StringComparer.Ordinal);
    private readonly HashSet<string> outlets;
    private readonly Dictionary<string, OriginDocument> origins;
    private readonly Dictionary<string, ReportDocument> reports;

    /// <summary>Prepares a story for its page and its claims' pages.</summary>
    public StoryLookup(StoryDocument story, StoryView? view = null)
    {
        ArgumentNullException.ThrowIfNull(story);
        Story = story;
        View = view ?? StoryView.File;
        Links = new("../../", View.IsLive);
        claims = story.Claims.Select((c, i) => (c, i + 1)).ToDictionary(c => c.c.Id, c => c, StringComparer.Ordinal);
        origins = story.Origins.ToDictionary(o => o.Id, StringComparer.Ordinal);
        reports = story.Reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
        outlets = [.. story.Outlets.Select(o => o.Name)];
        Repeats = story.Reports.Count(r => r.CopyOf is not null || r.CollapsedBecause is not null);
        foreach (var change in story.Updates.SelectMany(u => u.Changes).Where(c => c is { Kind: "revised" or "superseded", From: not null, To: not null }))
            revisions.TryAdd(change.Claim, change);
        Places = ClaimPlaces.Of(this);
    }

    /// <summary>The story.</summary>
    public StoryDocument Story { get; }

    /// <summary>What the page was asked for.</summary>
    public StoryView View { get; }

    /// <summary>Addresses as the story's page writes them.</summary>
    public Links Links { get; }

    /// <summary>Reports that only repeat another's evidence.</summary>
    public int Repeats { get; }

    /// <summary>Where each claim is told.</summary>
    internal ClaimPlaces Places { get; }

    /// <summary>The claim of an id; null where the story has none.</summary>
    public ClaimDocument? Claim(string id) => claims.TryGetValue(id, out var found) ? found.Claim : null;

    /// <summary>The number of a claim: 1 for the most important.</summary>
    public int Number(string id) => claims[id].Number;

    /// <summary>The newest change of a claim's figure; null where it never changed.</summary>
    internal ChangeDocument? Revision(string id) => revisions.GetValueOrDefault(id);

    /// <summary>Whether the story knows an outlet's facts, so that it has a page.</summary>
    internal bool HasSource(string outlet) => outlets.Contains(outlet);

    /// <summary>The origin of an id; null where the story has none.</summary>
    public OriginDocument? Origin(string id) => origins.GetValueOrDefault(id);

    /// <summary>The report of an id; null where the story has none.</summary>
    public ReportDocument? Report(string id) => reports.GetValueOrDefault(id);

    /// <summary>The claims of some ids, each once, in their order; ids without a claim are left out.</summary>
    public IEnumerable<ClaimDocument> Claims(IEnumerable<string> ids) => ids.Distinct(StringComparer.Ordinal).Select(Claim).OfType<ClaimDocument>();

    /// <summary>Whether a report came without a time of its own.</summary>
    public static bool HasNoTime(ReportDocument? report) => report is null || report.Flags.Contains("no-time") || Times.IsUnknown(report.Published);
}
