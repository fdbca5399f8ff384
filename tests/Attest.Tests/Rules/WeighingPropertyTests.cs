using System.Collections.Immutable;
using Attest.Engine.Model;
using Attest.Engine.Text;
using Attest.Engine.Weighing;
using CsCheck;
using static Attest.Tests.Rules.Given;

namespace Attest.Tests.Rules;

/// <summary>What holds for every story, on stories made by chance.</summary>
public sealed class WeighingPropertyTests
{
    private static readonly Gen<Evidence> AnyEvidence = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 7], Gen.Int[0, 40], Gen.Int[0, 9], Gen.Int[0, 5]).Select((who, outlet, hour, what, copy) =>
    {
        var at = outlet switch
        {
            6 => Issuer("Ferry Safety Agency", OutletKind.Official),
            7 => Issuer("Dunmore Ferries", OutletKind.Company),
            _ => Newsroom($"Paper {outlet}", family: $"family {outlet / 2}"),
        };
        var stance = what switch { 7 => Stance.Refutes, 8 => Stance.Mentions, _ => Stance.Supports };
        ReportId? copyOf = copy == 0 ? ReportOf(Newsroom("Paper 1"), hour / 2) : null;
        return who switch
        {
            0 => Says(Official("police"), at, hour, stance, copyOf),
            1 => Says(Official("the mayor", from: "families"), at, hour, stance, copyOf),
            2 => Says(Party("Dunmore Ferries"), at, hour, stance, copyOf),
            3 => Says(Unnamed("an official"), at, hour, stance, copyOf, direct: what > 4),
            4 => Says(Crowd("families"), at, hour, stance, copyOf),
            5 => Denies(Party("Dunmore Ferries"), at, hour),
            6 => Asserts(at, hour, stance, voice: Voice.Hedges),
            7 => Asserts(at, hour, stance, sentence: -1),
            8 => Asserts(at, hour, stance, withdrawn: true),
            _ => Asserts(at, hour, stance, copyOf),
        };
    });

    internal static readonly Gen<ImmutableArray<Claim>> AnyStory = Gen.Select(Gen.Int[0, 10], AnyEvidence.Array[0, 9], Gen.Int[0, 20]).Array[1, 6].Select(parts =>
    {
        var claims = parts.Select((p, i) => (Claim($"Matter number {i} has come about.", p.Item2) with { Kind = (ClaimKind)p.Item1 }).About(p.Item3 % 2 == 0 ? "die" : "close")).ToArray();
        for (int i = 0; i < claims.Length; i++)
            claims[i] = claims[i].Kind == ClaimKind.Quantity ? claims[i].Figure(parts[i].Item3, "people", "dead", (Bound)(parts[i].Item3 % 4))
                : i > 0 && parts[i].Item3 > 12 ? claims[i].Against(claims[i - 1]) : claims[i];
        return claims.ToImmutableArray();
    });

    [Fact]
    public void Order_of_claims_and_evidence_never_matters() =>
        Gen.Select(AnyStory, Gen.Int).Sample((story, seed) =>
        {
            var random = new Random(seed);
            var shuffled = story.Select(c => c with { Evidence = [.. c.Evidence.OrderBy(_ => random.Next())] }).OrderBy(_ => random.Next()).ToImmutableArray();
            return Show(Weigher.Weigh(story, Later)) == Show(Weigher.Weigh(shuffled, Later));
        }, iter: 300);

    [Fact]
    public void The_same_input_gives_the_same_output() => AnyStory.Sample(story => Show(Weigher.Weigh(story, Later)) == Show(Weigher.Weigh(story, Later)));

    [Fact]
    public void Forty_copies_equal_one() =>
        Gen.Select(AnyEvidence.Array[0, 5], Gen.Int[1, 40]).Sample((evidence, copies) =>
        {
            var source = Newsroom("Plain Wire", kind: OutletKind.Agency);
            var original = Asserts(source);
            Claim With(int n) => Claim("The ferry sank.", [original, .. evidence, .. Enumerable.Range(0, n).Select(i =>
                Asserts(Newsroom($"Reprinter {i}"), i, copyOf: ReportOf(source), origin: original.Traced.Origin, because: CollapseReason.AgencyCredit))]);
            var one = Weigh(With(1));
            var many = Weigh(With(copies));
            return one.Standing == many.Standing && one.Probability == many.Probability && one.Origins == many.Origins;
        });

    [Fact]
    public void Probabilities_lie_strictly_between_0_and_1_with_four_decimals_and_their_parts_add_up() =>
        AnyStory.Sample(story => Weigher.Weigh(story, Later).All(w => w.Probability is not { } p
            ? w.Contributions.IsEmpty
            : p is > 0 and < 1 && Math.Round(p, 4) == p && Math.Abs(w.Contributions.Sum(c => c.LogOdds) - Math.Log(p / (1 - p))) < 1e-9));

    [Fact]
    public void Every_claim_gets_a_reason_and_the_rules_that_gave_its_standing() =>
        AnyStory.Sample(story => Weigher.Weigh(story, Later).All(w => w.Rules.Length > 0 && w.Reason.Length > 0 && char.IsUpper(w.Reason[0]) && w.Reason.EndsWith('.')));

    [Fact]
    public void Nothing_is_confirmed_by_fewer_than_two_origins_or_a_record() =>
        AnyStory.Sample(story => Weigher.Weigh(story, Later).All(w => w.Standing != Standing.Corroborated || w.Origins >= 2));

    private static string Show(ImmutableArray<WeighedClaim> weighed) => string.Join('\n', weighed.OrderBy(w => w.Claim.Id).Select(w =>
        FormattableString.Invariant($"{w.Claim.Id} {w.Standing} {w.Probability} {w.Reason} {string.Join(',', w.Rules)} {string.Join(',', w.Flags)} {w.Origins} {w.Reports} {w.SupersededBy} {w.WouldSettle} ")
        + string.Join(';', w.Contributions)));
}
