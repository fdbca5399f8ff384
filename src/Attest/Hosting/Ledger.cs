using Attest.Log;

namespace Attest.Hosting;

/// <summary>A story's place in the ledger.</summary>
internal sealed class StoryHead(string id, OpenedBody opened)
{
    public string Id { get; } = id;

    public OpenedBody Opened { get; } = opened;

    /// <summary>Number of its newest entry.</summary>
    public int Version { get; set; }

    /// <summary>Up to when it is published; null before the first time.</summary>
    public DateTimeOffset? Settled { get; set; }

    /// <summary>The newest moment at which something takes effect in it.</summary>
    public DateTimeOffset Newest { get; set; } = opened.At;

    /// <summary>Where it went; null while it is a story by itself.</summary>
    public string? Heir { get; set; }

    /// <summary>Keys of its reports' versions, in the order of their joining.</summary>
    public List<string> Reports { get; } = [];

    /// <summary>Whether it holds what is not published yet.</summary>
    public bool IsPending => Heir is null && Reports.Count > 0 && (Settled is not { } settled || Newest > settled);
}

/// <summary>
/// What the log holds, by name: which stories there are, which reports they have, which reports nobody placed yet. Read once in order of the log and kept
/// by applying what is appended; belongs to the one writer, readers never see it.
/// </summary>
internal sealed class Ledger
{
    private readonly HashSet<string> slugs = new(StringComparer.Ordinal);
    private readonly HashSet<string> placed = new(StringComparer.Ordinal);
    private readonly List<string> unplaced = [];
    private readonly HashSet<string> facts = new(StringComparer.Ordinal);

    /// <summary>All stories, in the order of their opening in the log.</summary>
    public Dictionary<string, StoryHead> Stories { get; } = new(StringComparer.Ordinal);

    /// <summary>The story that was found for a report, by the report's id. Stories of followed questions are not among them.</summary>
    public Dictionary<string, string> FoundFor { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys of reports in found stories, in the order in which they were placed first.</summary>
    public List<string> Placings { get; } = [];

    /// <summary>Followed questions, oldest first.</summary>
    public List<QuestionBody> Questions { get; } = [];

    /// <summary>Keys of reports that no story took.</summary>
    public List<string> LeftOut { get; } = [];

    /// <summary>Number of the newest entry that was applied.</summary>
    public long Newest { get; private set; }

    /// <summary>Reports that nobody placed yet, in order of the log.</summary>
    public IReadOnlyList<string> Unplaced
    {
        get
        {
            unplaced.RemoveAll(placed.Contains);
            return unplaced;
        }
    }

    /// <summary>Stories in which something else is known of an outlet, since this was last asked.</summary>
    public string[] TakeFactsChanged()
    {
        string[] changed = [.. facts];
        facts.Clear();
        return changed;
    }

    /// <summary>Reads what was appended since.</summary>
    public void CatchUp(ILog log)
    {
        foreach (var entry in log.Read(Newest))
            Apply(entry);
    }

    /// <summary>Takes a slug that no story has, numbered where the words alone are taken.</summary>
    public string FreeSlug(string words, IReadOnlySet<string> taken)
    {
        string slug = words;
        for (int number = 2; slugs.Contains(slug) || taken.Contains(slug); number++)
            slug = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{words}-{number}");
        return slug;
    }

    private void Apply(LogEntry entry)
    {
        Newest = entry.Number;
        var story = entry.Story is null ? null : Stories.GetValueOrDefault(entry.Story);
        switch (entry.Kind)
        {
            case EntryKinds.Report:
                unplaced.Add(ReportKey.Of(LogJson.Read<ReportBody>(entry.Body).Report));
                break;
            case EntryKinds.Question:
                Questions.Add(LogJson.Read<QuestionBody>(entry.Body));
                break;
            case EntryKinds.QuestionLeft:
                string left = LogJson.Read<QuestionBody>(entry.Body).Story;
                Questions.RemoveAll(q => q.Story == left);
                break;
            case EntryKinds.LeftOut:
                string leftOut = LogJson.Read<LeftOutBody>(entry.Body).Report;
                LeftOut.Add(leftOut);
                placed.Add(leftOut);
                break;
            case EntryKinds.Opened:
                story = Stories[entry.Story!] = new StoryHead(entry.Story!, LogJson.Read<OpenedBody>(entry.Body));
                slugs.Add(story.Opened.Slug);
                break;
            case EntryKinds.Joined when story is not null:
                Join(story, LogJson.Read<JoinedBody>(entry.Body));
                break;
            case EntryKinds.Left when story is not null:
                var gone = LogJson.Read<LeftBody>(entry.Body);
                story.Reports.RemoveAll(key => gone.Reports.Contains(ReportKey.IdOf(key)));
                story.Newest = Later(story.Newest, gone.At);
                break;
            case EntryKinds.FactsChanged when story is not null:
                story.Newest = Later(story.Newest, LogJson.Read<FactsChangedBody>(entry.Body).At);
                facts.Add(story.Id);
                break;
            case EntryKinds.Merged when story is not null:
                story.Heir = LogJson.Read<MergedBody>(entry.Body).Into;
                break;
            case EntryKinds.Time when story is not null:
                story.Settled = LogJson.Read<TimeBody>(entry.Body).Until;
                break;
            default:
                break;
        }
        if (story is not null)
            story.Version = entry.Version;
    }

    private void Join(StoryHead story, JoinedBody joined)
    {
        story.Reports.Add(joined.Report);
        story.Newest = Later(story.Newest, joined.At);
        if (!story.Opened.QuestionGiven)
        {
            FoundFor[ReportKey.IdOf(joined.Report)] = story.Id;
            if (!placed.Contains(joined.Report))
                Placings.Add(joined.Report);
        }
        placed.Add(joined.Report);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
