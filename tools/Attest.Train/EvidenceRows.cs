using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Attest.Train;

/// <summary>A sentence given as evidence.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Label">0 supports, 1 refutes, 2 neither.</param>
/// <param name="Votes">How many annotators chose each.</param>
internal sealed record GivenSentence(string Text, int Label, int[] Votes);

/// <summary>A claim with the sentences that are given as evidence.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Label">0 supported, 1 refuted, 2 not enough said, 3 disputed.</param>
/// <param name="Fold">From 0 to 4 by the hash of its id; fold 0 stands for dev and is never learnt from.</param>
/// <param name="Sentences">The sentences.</param>
internal sealed record EvidenceRow(string Claim, int Label, int Fold, IReadOnlyList<GivenSentence> Sentences)
{
    /// <summary>The fold that stands for dev, and the number of folds.</summary>
    public const int DevFold = 0, Folds = 5;

    private static readonly string[] labels = ["SUPPORTS", "REFUTES", "NOT_ENOUGH_INFO", "DISPUTED"];

    /// <summary>Reads the set's lines.</summary>
    public static List<EvidenceRow> Read(IEnumerable<string> lines) => [.. lines.Select(l => JsonNode.Parse(l)!).Select(r =>
        new EvidenceRow((string)r["claim"]!, LabelOf(r["claim_label"]), FoldOf((string)r["claim_id"]!), [.. r["evidences"]!.AsArray().Select(e => SentenceOf(e!))]))];

    private static GivenSentence SentenceOf(JsonNode row)
    {
        int[] votes = new int[3];
        foreach (var vote in row["votes"]!.AsArray())
            if (vote is not null)
                votes[LabelOf(vote)]++;
        return new((string)row["evidence"]!, LabelOf(row["evidence_label"]), votes);
    }

    private static int LabelOf(JsonNode? node) => Array.IndexOf(labels, (string)node!);

    private static int FoldOf(string id) => (int)(new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes(id)), isUnsigned: true, isBigEndian: true) % Folds);
}
