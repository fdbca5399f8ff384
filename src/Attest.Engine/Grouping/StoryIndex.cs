using System.Runtime.InteropServices;

namespace Attest.Engine.Grouping;

/// <summary>
/// Finds the stories that a report may belong to without looking at all: an inverted index from terms to the stories whose profile they
/// lead, with postings pruned on both sides (a story is listed under its heaviest terms, a report looks up its heaviest).
/// </summary>
internal sealed class StoryIndex
{
    // The 40 heaviest of a profile's terms hold its names, places and figures; half as many of a report's find its story.
    private const int TermsOfStory = 40, TermsOfReport = 24;

    // A term that leads thousands of stories ("police") tells them apart no more, and costs the most.
    private const int LongestPosting = 1500;

    private readonly Dictionary<int, List<(int Story, float Weight)>> postings = [];
    private readonly Dictionary<int, int[]> listed = [];
    private readonly List<int> touched = [];
    private float[] nearness = new float[1024];

    /// <summary>Lists a story under the heaviest terms of its profile, in place of those before.</summary>
    public void Set(int story, TermVector profile)
    {
        Remove(story);
        var heaviest = Heaviest(profile, TermsOfStory);
        float scale = 1f / profile.Reports;
        foreach (var (term, weight) in heaviest)
        {
            ref var posting = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, term, out _);
            (posting ??= []).Add((story, weight * scale));
        }
        if (story >= nearness.Length)
            Array.Resize(ref nearness, 2 * story);
        listed[story] = [.. heaviest.Select(h => h.Term)];
    }

    /// <summary>Takes a story out.</summary>
    public void Remove(int story)
    {
        if (!listed.Remove(story, out int[]? terms))
            return;
        foreach (int term in terms)
        {
            var posting = postings[term];
            // From the end: stories that change are mostly the newest.
            posting.RemoveAt(posting.FindLastIndex(p => p.Story == story));
        }
    }

    /// <summary>The stories nearest to a profile by their heaviest terms, the nearest first.</summary>
    public List<int> Nearest(TermVector profile, int count)
    {
        touched.Clear();
        foreach (var (term, weight) in Heaviest(profile, TermsOfReport))
        {
            if (!postings.TryGetValue(term, out var posting))
                continue;
            // Of a long list only its newest stories: those are the ones still told.
            foreach (var (story, other) in CollectionsMarshal.AsSpan(posting)[Math.Max(0, posting.Count - LongestPosting)..])
            {
                if (nearness[story] == 0)
                    touched.Add(story);
                nearness[story] += weight * other;
            }
        }
        var nearest = new PriorityQueue<int, (float Nearness, int Newer)>();
        foreach (int story in touched)
        {
            nearest.Enqueue(story, (nearness[story], -story));
            if (nearest.Count > count)
                nearest.Dequeue();
            nearness[story] = 0;
        }
        var ordered = new List<int>(count);
        while (nearest.TryDequeue(out int story, out _))
            ordered.Add(story);
        ordered.Reverse();
        return ordered;
    }

    private static List<(int Term, float Weight)> Heaviest(TermVector profile, int count)
    {
        var heaviest = new List<(int Term, float Weight)>(profile.Terms.Length);
        foreach (var term in profile.Terms)
            heaviest.Add((term.Term, term.Text + (term.Name / 2) + (term.Lead / 2)));
        heaviest.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Term.CompareTo(b.Term));
        if (heaviest.Count > count)
            heaviest.RemoveRange(count, heaviest.Count - count);
        return heaviest;
    }
}
