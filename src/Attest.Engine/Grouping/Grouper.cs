using System.Collections.Immutable;

namespace Attest.Engine.Grouping;

/// <summary>
/// Finds the story of each report as it comes (online clustering: Miranda et al. 2018, Saravanakumar et al. 2021). It belongs to one host,
/// which places one report at a time; the same reports in the same order give the same stories. A report is placed so:
/// <list type="number">
/// <item>A new version of a report stays in the story of the old one.</item>
/// <item>An inverted index names the nearest open stories (<see cref="StoryIndex"/>).</item>
/// <item>Each is weighed: words, names, opening, figures, and the silence in between (<see cref="SameEvent"/>). The best takes the
/// report unless it is unlikely; else the report opens a story.</item>
/// <item>The story is cut in two the best way (<see cref="Bisection"/>); where the halves hardly tell of one event, it splits.</item>
/// <item>Stories that are likely to tell of one event with the one that changed are merged into the older.</item>
/// <item>The story and its neighbours are cut anew together; where that tells them apart better, reports move.</item>
/// </list>
/// Joining is generous and splitting mends it: two like events cannot be told apart by the first two reports, but by ten.
/// </summary>
public sealed class Grouper
{
    private const int Candidates = 8;

    // Neighbours that a story may have reports of, and how many reports are cut anew at most.
    private const int Neighbours = 2, MostRecut = 48;

    // Rounds of splitting and merging after a report; one is usual, more would be a quarrel.
    private const int Rounds = 3;

    private readonly Vocabulary vocabulary = new(Rarity.English);
    private readonly StoryIndex index = new();
    private readonly Dictionary<int, OpenStory> stories = [];
    private readonly Dictionary<string, int> slotOf = new(StringComparer.Ordinal);
    private readonly double[] weights;
    private int placed, slots;

    /// <summary>A grouper without stories.</summary>
    public Grouper()
        : this(Calibration.SameEvent)
    {
    }

    internal Grouper(ReadOnlySpan<double> weights) => this.weights = weights.ToArray();

    /// <summary>All stories, those with the earliest placed first report first.</summary>
    public ImmutableArray<FoundStory> Stories =>
        [.. stories.Values.OrderBy(s => s.Members[0].Order).Select(s => new FoundStory(s.Key, [.. s.Members.Select(m => m.Key)]))];

    /// <summary>Key of the story that a report is in now; null where it was never placed.</summary>
    public string? StoryOf(string report) => slotOf.TryGetValue(report, out int slot) ? stories[slot].Key : null;

    /// <summary>Keys of all reports of the story that a report is in now, in the order of their placing; none where it was never placed.</summary>
    public ImmutableArray<string> MembersOf(string report) => slotOf.TryGetValue(report, out int slot) ? [.. stories[slot].Members.Select(m => m.Key)] : [];

    /// <summary>Places a report. Reports come in the order of their time (ties: canonical address, then content hash).</summary>
    public Placement Place(ReportFeatures report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var terms = vocabulary.VectorOf(report);
        if (slotOf.TryGetValue(report.Key, out int known))
            return Replaced(report, terms, known);
        var member = new Member(report.Key, placed++, report.At, terms);
        var (slot, odds) = Best(member);
        bool opened = slot < 0 || odds < Calibration.Join;
        string reason;
        if (opened)
        {
            reason = slot < 0 ? "no open story is near" : "the nearest story differs: " + Reasons.Between(terms, stories[slot].Whole, vocabulary);
            slot = slots++;
            Put(slot, new OpenStory([member]));
        }
        else
        {
            reason = Reasons.Between(terms, stories[slot].Whole, vocabulary);
            Put(slot, stories[slot].With(member));
        }
        // One report that came near no story has nothing to split, and its merge was just refused.
        var regroupings = opened ? [] : Settle(slot);
        return new Placement(StoryOf(report.Key)!, opened, odds, reason, regroupings);
    }

    private Placement Replaced(ReportFeatures report, TermVector terms, int slot)
    {
        var members = stories[slot].Members.Select(m => m.Key == report.Key ? m with { Terms = terms } : m);
        Put(slot, new OpenStory([.. members]));
        return new Placement(stories[slot].Key, false, 0, "a new version of a report of this story", []);
    }

    private (int Slot, double LogOdds) Best(Member member)
    {
        int best = -1;
        double most = 0;
        foreach (int slot in index.Nearest(member.Terms, Candidates))
        {
            double odds = SameEvent.LogOdds(member, stories[slot], weights);
            if (best < 0 || odds > most)
                (best, most) = (slot, odds);
        }
        return (best, most);
    }

    private ImmutableArray<Regrouping> Settle(int slot)
    {
        var done = ImmutableArray.CreateBuilder<Regrouping>();
        for (int round = 0; round < Rounds; round++)
        {
            int before = done.Count;
            bool due = DueForCut(stories[slot].Members.Count);
            if (due)
                Divide(slot, done);
            slot = Merge(slot, done);
            if (due)
                Recut(slot, done);
            if (done.Count == before)
                break;
        }
        return done.ToImmutable();
    }

    // A cut costs the square of the reports; a long story is looked at with every eighth of its length.
    private static bool DueForCut(int reports) => reports > 2 && reports % Math.Max(1, reports / 8) == 0;

    private void Divide(int slot, ImmutableArray<Regrouping>.Builder done)
    {
        if (Bisection.Of(stories[slot].Members) is not { } halves)
            return;
        OpenStory left = new(halves.Left), right = new(halves.Right);
        bool single = Math.Min(left.Members.Count, right.Members.Count) == 1;
        if (SameEvent.LogOdds(left, right, weights) >= (single ? Calibration.DivideOne : Calibration.Divide))
            return;
        string reason = Reasons.Apart(left.Whole, right.Whole, vocabulary);
        Put(slot, left);
        int other = slots++;
        Put(other, right);
        done.Add(new Regrouping.Split(left.Key, right.Key, [.. right.Members.Select(m => m.Key)], reason));
        Merge(other, done);
    }

    // Merges a story with the nearest that is likely to be the same; returns where its reports are now.
    private int Merge(int slot, ImmutableArray<Regrouping>.Builder done)
    {
        var story = stories[slot];
        int best = -1;
        double most = 0;
        foreach (int other in index.Nearest(story.Whole, Candidates + 1))
        {
            if (other == slot)
                continue;
            bool single = Math.Min(story.Members.Count, stories[other].Members.Count) == 1;
            double above = SameEvent.LogOdds(story, stories[other], weights) - (single ? Calibration.MergeOne : Calibration.Merge);
            if (above > most)
                (best, most) = (other, above);
        }
        if (best < 0)
            return slot;
        var (heir, gone) = stories[best].Members[0].Order < story.Members[0].Order ? (best, slot) : (slot, best);
        done.Add(new Regrouping.Merged(stories[gone].Key, stories[heir].Key, Reasons.Between(stories[gone].Whole, stories[heir].Whole, vocabulary)));
        var merged = stories[heir].With(stories[gone]);
        stories.Remove(gone);
        index.Remove(gone);
        Put(heir, merged);
        return heir;
    }

    private void Recut(int slot, ImmutableArray<Regrouping>.Builder done)
    {
        var story = stories[slot];
        foreach (int other in index.Nearest(story.Whole, Neighbours + 1))
        {
            if (other == slot || stories[other].Members.Count < 2 || story.Members.Count + stories[other].Members.Count > MostRecut)
                continue;
            double before = SameEvent.LogOdds(story, stories[other], weights);
            if (before < Calibration.Neighbours || Bisection.Of([.. story.Members.Concat(stories[other].Members).OrderBy(m => m.Order)]) is not { } halves)
                continue;
            OpenStory left = new(halves.Left), right = new(halves.Right);
            if (SameEvent.LogOdds(left, right, weights) >= before || !Moves(slot, other, left, right, done))
                continue;
            return;
        }
    }

    // Each half continues the story that most of its reports were in; false where no report moves.
    private bool Moves(int slot, int other, OpenStory left, OpenStory right, ImmutableArray<Regrouping>.Builder done)
    {
        int stay = left.Members.Count(m => slotOf[m.Key] == slot) + right.Members.Count(m => slotOf[m.Key] == other);
        var (first, second) = 2 * stay >= left.Members.Count + right.Members.Count ? (left, right) : (right, left);
        string[] come = [.. first.Members.Where(m => slotOf[m.Key] == other).Select(m => m.Key)];
        string[] go = [.. second.Members.Where(m => slotOf[m.Key] == slot).Select(m => m.Key)];
        if (come.Length + go.Length == 0)
            return false;
        string reason = Reasons.Apart(first.Whole, second.Whole, vocabulary);
        Put(slot, first);
        Put(other, second);
        if (come.Length > 0)
            done.Add(new Regrouping.Moved(second.Key, first.Key, [.. come], reason));
        if (go.Length > 0)
            done.Add(new Regrouping.Moved(first.Key, second.Key, [.. go], reason));
        return true;
    }

    private void Put(int slot, OpenStory story)
    {
        stories[slot] = story;
        index.Set(slot, story.Whole);
        foreach (var member in story.Members)
            slotOf[member.Key] = slot;
    }
}
