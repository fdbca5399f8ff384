using Attest.Engine.Grouping;

namespace Attest.Eval.Tasks;

/// <summary>
/// Fits the weights of the same-event decision by logistic regression on pairs of groups as grouping meets them: parts of one event, parts of two like
/// ones, strangers, and the halves into which a growing topic is cut.
/// </summary>
internal static class GroupingFit
{
    private const int PairsOfStory = 60, CutsOfTopic = 80;

    // Cuts are fewer and decide what splits, so they weigh more; strangers are easy and weigh less.
    private const double SameWeight = 1, LikeWeight = 0.8, StrangerWeight = 0.4, CutWeight = 3;

    private static readonly int[] sizes = [1, 1, 1, 1, 2, 2, 3, 4, 6, 9];

    /// <summary>The weights of <see cref="Similarity"/>'s parts.</summary>
    public static double[] Of(IReadOnlyList<StoryDocument> documents)
    {
        var random = new Random(1);
        var vocabulary = new Vocabulary(Rarity.English);
        var stories = documents.Select((d, i) => (d.Topic, d.Story, Member: new Member(d.Story, i, d.Features.At, vocabulary.VectorOf(d.Features))))
            .GroupBy(d => (d.Topic, d.Story)).OrderBy(g => g.Key.Story, StringComparer.Ordinal)
            .Select(g => new Event(g.Key.Topic, [.. g.Select(d => d.Member)])).ToList();
        var samples = new List<LogisticSample>();
        foreach (var story in stories)
            for (int i = 0; i < PairsOfStory; i++)
                AddPairs(story, stories, random, samples);
        foreach (var topic in stories.GroupBy(s => s.Topic))
            for (int i = 0; i < CutsOfTopic; i++)
                AddCut([.. topic], i, random, samples);
        return LogisticRegression.Fit(samples);
    }

    private static void AddPairs(Event story, List<Event> stories, Random random, List<LogisticSample> samples)
    {
        int a = sizes[random.Next(sizes.Length)], b = sizes[random.Next(sizes.Length)];
        if (a + b > story.Members.Length)
        {
            a = Math.Min(a, story.Members.Length / 2);
            b = Math.Min(b, story.Members.Length - a);
        }
        var members = Shuffled(story.Members, random);
        samples.Add(Sample(members.Take(a), members.Skip(a).Take(b), true, SameWeight));
        foreach (var like in stories.Where(s => s.Topic == story.Topic && s != story))
            samples.Add(Sample(Shuffled(story.Members, random).Take(a), Shuffled(like.Members, random).Take(b), false, LikeWeight));
        var stranger = stories[random.Next(stories.Count)];
        if (stranger.Topic != story.Topic)
            samples.Add(Sample(Shuffled(story.Members, random).Take(a), Shuffled(stranger.Members, random).Take(b), false, StrangerWeight));
    }

    // A state of the topic's stream: some reports of the one event, some of the other, or of one alone, cut as the grouper cuts.
    private static void AddCut(Event[] topic, int i, Random random, List<LogisticSample> samples)
    {
        if (topic.Length != 2)
            return;
        int a = i % 4 == 0 ? 0 : 1 + random.Next(topic[0].Members.Length), b = i % 4 == 1 ? 0 : 1 + random.Next(topic[1].Members.Length);
        if (i % 8 > 4)
            (a, b) = ((a + 1) / 2, (b + 1) / 2);
        var first = Shuffled(topic[0].Members, random).Take(a).ToHashSet();
        Member[] stream = [.. first, .. Shuffled(topic[1].Members, random).Take(b)];
        if (stream.Length < 2 || Bisection.Of(stream) is not { } halves)
            return;
        double left = halves.Left.Count(first.Contains) / (double)halves.Left.Count, right = halves.Right.Count(first.Contains) / (double)halves.Right.Count;
        bool same = left >= 0.5 == right >= 0.5;
        double pure = Math.Abs(left - 0.5) * Math.Abs(right - 0.5) * 4;
        if (same && (left is > 0 and < 1 || right is > 0 and < 1))
            pure /= 2;
        if (pure > 0.05)
            samples.Add(Sample(halves.Left, halves.Right, same, pure * CutWeight));
    }

    private static LogisticSample Sample(IEnumerable<Member> a, IEnumerable<Member> b, bool same, double weight)
    {
        double[] parts = new double[Similarity.Parts];
        Similarity.Measure(Sum(a), Sum(b), parts);
        return new LogisticSample(parts, same, weight);
    }

    private static TermVector Sum(IEnumerable<Member> members) => members.Aggregate(TermVector.Empty, (sum, m) => sum.Plus(m.Terms));

    private static Member[] Shuffled(Member[] members, Random random)
    {
        Member[] copy = [.. members];
        random.Shuffle(copy);
        return copy;
    }

    private sealed record Event(int Topic, Member[] Members);
}
