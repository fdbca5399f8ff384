using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>How much a claim matters to a reader of the story: its nearness to the question and to what the reports speak of most, its standing, its origins, its kind.</summary>
internal sealed class Importance
{
    /// <summary>A claim of fewer content words than this ("Others have tried") hardly tells what a story is about.</summary>
    private const int FewWords = 4;

    private readonly WritingMemory memory;
    private readonly ImmutableArray<int> question;
    private readonly double most;
    private readonly double[] weights;

    public Importance(string question, ImmutableArray<WeighedClaim> claims, WritingMemory memory)
    {
        this.memory = memory;
        this.question = memory.Of(question);
        var sums = new double[memory.Words];
        foreach (var c in claims.Where(c => c.Claim.Kind != ClaimKind.Utterance))
        {
            double weight = Math.Log(1 + c.Reports);
            foreach (int word in memory.Of(c.Claim).InOrder)
            {
                if (word >= sums.Length)
                    Array.Resize(ref sums, Math.Max(64, word * 2));
                sums[word] += weight;
            }
        }
        weights = sums;
        most = weights.Length == 0 ? 0 : weights.Max();
    }

    /// <summary>Importance of a claim; higher is more, without unit.</summary>
    public double Of(WeighedClaim c) => Standing(c) + Kind(c.Claim.Kind) + 0.8 * Math.Log(1 + c.Origins) + 0.3 * Math.Log(1 + c.Reports) + 1.5 * Centrality(c.Claim) + ToQuestion(c.Claim)
        + 1.2 * Prominence(c.Claim) - (c.Claim.Proposition.Lemmas.Length < FewWords ? 1 : 0)
        - (LeansOnContext.Is(c.Claim) ? 2 : 0)
        - (c.Claim.Forecast is not null && !c.Confirmed ? 4 : 0);

    /// <summary>Share of the question's words that a claim bears, from 0 to 1.</summary>
    public double ToQuestion(Claim claim)
    {
        if (question.IsEmpty)
            return 0;
        var own = memory.Of(claim);
        return (double)question.Count(w => own.Contains(w) || own.OfWording.Contains(w)) / question.Length;
    }

    /// <summary>Whether some report opens with it: news is told in the inverted pyramid.</summary>
    public static bool IsFirstTold(Claim claim) => Prominence(claim) >= 1;

    /// <summary>Whether some report tells it in its first sentences.</summary>
    public static bool IsToldEarly(Claim claim) => Prominence(claim) > 0;

    /// <summary>Whether a claim speaks of what the story's claims or its question speak of.</summary>
    public bool IsAboutTheStory(WeighedClaim claim)
    {
        if (ToQuestion(claim.Claim) >= HouseStyle.AboutQuestion)
            return true;
        var own = memory.Of(claim.Claim);
        // A word's weight holds the claim's own part; what is above it comes from other claims.
        double itself = Math.Log(1 + claim.Reports) + 1e-9;
        int shared = own.InOrder.Count(w => w < weights.Length && weights[w] > itself);
        return shared >= 2 && shared >= own.Count * HouseStyle.AboutStory;
    }

    /// <summary>How common the claim's words are among the story's claims, from 0 to 1.</summary>
    private double Centrality(Claim claim)
    {
        var own = memory.Of(claim);
        return own.Count == 0 || most <= 0 ? 0 : own.InOrder.Average(w => w < weights.Length ? weights[w] : 0) / most;
    }

    /// <summary>How far up its reports tell it, from 0 to 1: news is told in the inverted pyramid, the first sentence first.</summary>
    private static double Prominence(Claim claim)
    {
        double most = 0;
        foreach (var e in claim.Evidence)
            if (e.Stance == Stance.Supports && !e.Withdrawn && e.Traced.Statement.Sentence is var at and >= 0)
                most = Math.Max(most, at switch { 0 => 1, 1 => 0.7, 2 => 0.4, 3 => 0.2, _ => 0 });
        return most;
    }

    private static double Standing(WeighedClaim c) => c.Standing switch
    {
        Model.Standing.OnRecord or Model.Standing.Corroborated => 1.5,
        Model.Standing.Refuted or Model.Standing.Retracted or Model.Standing.Corrected => 1,
        Model.Standing.Disputed => 0.8,
        Model.Standing.Superseded or Model.Standing.Lapsed => -2,
        Model.Standing.Opinion => -1,
        _ => 0.3,
    };

    private static double Kind(ClaimKind kind) => kind switch
    {
        ClaimKind.Occurrence or ClaimKind.Quantity or ClaimKind.Act => 0.8,
        ClaimKind.Cause or ClaimKind.Allegation or ClaimKind.Absence => 0.4,
        ClaimKind.State => 0.3,
        ClaimKind.Forecast => 0.1,
        ClaimKind.Utterance => -1,
        _ => -0.2,
    };
}
