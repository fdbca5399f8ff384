using System.Collections.Immutable;

namespace Attest.Engine.Weighing;

/// <summary>That a source gave a value for a thing asked: one row of what truth discovery works on.</summary>
/// <param name="Source">Who says so.</param>
/// <param name="Question">What it is about.</param>
/// <param name="Value">What is said of it; two values are alike where they are equal, ordinally.</param>
public sealed record SourceSays(string Source, string Question, string Value);

/// <summary>How far sources can be trusted, and what that makes of what they say.</summary>
/// <param name="Trust">For each source the probability that a value of it is true, strictly between 0 and 1.</param>
/// <param name="Values">For each question the probability of each value given; they add up to 1.</param>
public sealed record Reliability(
    ImmutableSortedDictionary<string, double> Trust,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> Values)
{
    /// <summary>The likeliest value of a question; of equally likely ones the first in ordinal order.</summary>
    public string? Likeliest(string question)
    {
        if (!Values.TryGetValue(question, out var values))
            return null;
        double best = values.Values.Max();
        return values.First(v => v.Value == best).Key;
    }
}

/// <summary>
/// How reliable sources are, learnt from nothing but what they say: who agrees with what is probably true is trusted more, and what trusted sources say is
/// more probably true. Expectation and maximisation over the model of Dong, Berti-Équille and Srivastava (VLDB 2009, "Accu"), with a Beta prior on each source's
/// accuracy in place of their uniform start, so that a source seen once is hardly moved. A source that repeats itself counts once a question;
/// copies must be collapsed before (R3). The result does not depend on the order of the rows.
/// </summary>
public static class SourceReliability
{
    // As if each source had been seen right eight times and wrong twice. On the population set (`truth`) every prior tried, from 1:1 to 16:4, gave the same
    // within one question in three hundred.
    private const double SeenRight = 8, SeenWrong = 2;

    // How many wrong values there are to choose from: the paper's value.
    private const double WrongValues = 100;

    // The last rounds change the fourth decimal; a fixed number keeps the result the same on every machine.
    private const int Rounds = 20;

    /// <summary>Estimates the trust in each source and the probability of each value.</summary>
    /// <param name="rows">Who says what. Of one source's values for one question the last in ordinal order counts where it gave several.</param>
    public static Reliability Of(IEnumerable<SourceSays> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var said = rows.GroupBy(r => (r.Source, r.Question)).Select(g => g.MaxBy(r => r.Value, StringComparer.Ordinal)!)
            .OrderBy(r => r.Question, StringComparer.Ordinal).ThenBy(r => r.Value, StringComparer.Ordinal).ThenBy(r => r.Source, StringComparer.Ordinal).ToArray();
        var questions = said.GroupBy(r => r.Question, StringComparer.Ordinal)
            .Select(q => (Question: q.Key, Values: q.GroupBy(r => r.Value, StringComparer.Ordinal).Select(v => (Value: v.Key, Sources: v.Select(r => r.Source).ToArray())).ToArray())).ToArray();
        var given = said.CountBy(r => r.Source, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        var trust = given.Keys.ToDictionary(s => s, _ => SeenRight / (SeenRight + SeenWrong), StringComparer.Ordinal);
        var probabilities = questions.Select(q => new double[q.Values.Length]).ToArray();
        for (int round = 0; round < Rounds; round++)
        {
            var right = given.Keys.ToDictionary(s => s, _ => SeenRight, StringComparer.Ordinal);
            for (int i = 0; i < questions.Length; i++)
            {
                Weigh(questions[i].Values, trust, probabilities[i]);
                for (int v = 0; v < probabilities[i].Length; v++)
                    foreach (string source in questions[i].Values[v].Sources)
                        right[source] += probabilities[i][v];
            }
            foreach (var (source, count) in given)
                trust[source] = right[source] / (SeenRight + SeenWrong + count);
        }
        return new Reliability(
            trust.ToImmutableSortedDictionary(StringComparer.Ordinal),
            questions.Select((q, i) => (q.Question, Values: q.Values.Select((v, k) => KeyValuePair.Create(v.Value, probabilities[i][k])).ToImmutableSortedDictionary(StringComparer.Ordinal)))
                .ToImmutableSortedDictionary(q => q.Question, q => q.Values, StringComparer.Ordinal));
    }

    // Each source adds the log-odds of its being right against one of the wrong values by chance; the shares of all values given add up to one.
    private static void Weigh((string Value, string[] Sources)[] values, Dictionary<string, double> trust, double[] probabilities)
    {
        for (int v = 0; v < values.Length; v++)
            probabilities[v] = values[v].Sources.Sum(s => Math.Log(WrongValues * trust[s] / (1 - trust[s])));
        double most = probabilities.Max(), sum = 0;
        for (int v = 0; v < values.Length; v++)
            sum += probabilities[v] = Math.Exp(probabilities[v] - most);
        for (int v = 0; v < values.Length; v++)
            probabilities[v] /= sum;
    }
}
