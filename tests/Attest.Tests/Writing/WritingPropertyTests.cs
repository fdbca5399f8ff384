using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Attest.Engine.Model;
using Attest.Engine.Weighing;
using Attest.Engine.Writing;
using Attest.Tests.Rules;
using CsCheck;
using static Attest.Tests.Rules.Given;

namespace Attest.Tests.Writing;

/// <summary>What holds for every update of every story, on stories made by chance (R17, R18).</summary>
public sealed partial class WritingPropertyTests
{
    [Fact]
    public void R17_Nothing_unconfirmed_or_wrong_is_ever_asserted() => WeighingPropertyTests.AnyStory.Select(WeighingPropertyTests.AnyStory).Sample((first, second) =>
    {
        var (updates, claims) = Run(first, second);
        return updates.All(u => Texts(u).All(t => claims.All(c => c.Confirmed || !Mentions(t, c) || IsAttributed(t))));
    }, iter: 200);

    [Fact]
    public void R18_What_is_confirmed_is_told_without_a_hedge() => WeighingPropertyTests.AnyStory.Sample(story =>
    {
        var weighed = Weigher.Weigh(story, Later);
        var teller = new Teller(weighed, Noon.Year);
        return weighed.Where(c => c.Confirmed).All(c => teller.Sentence(c).Text.StartsWith("Matter", StringComparison.Ordinal) && teller.Headline(c).Text.StartsWith("Matter", StringComparison.Ordinal));
    });

    [Fact]
    public void R17_Every_sentence_is_bound_to_claims_of_the_story() => WeighingPropertyTests.AnyStory.Select(WeighingPropertyTests.AnyStory).Sample((first, second) =>
    {
        var (updates, claims) = Run(first, second);
        var ids = claims.Select(c => c.Claim.Id).ToHashSet();
        return updates.All(u => u.Lead.Length > 0 && u.WhatChanged.Claims.Length > 0 && u.Summary.All(s => s.Claims.Length > 0)
            && u.Lead.Concat(u.Summary.SelectMany(s => s.Claims)).Concat(u.WhatChanged.Claims).Concat(u.Confirmed).Concat(u.Unconfirmed).Concat(u.Changes.Select(c => c.Claim)).All(ids.Contains));
    });

    [Fact]
    public void Confidence_is_a_step_of_5_within_bounds_and_adds_up() => WeighingPropertyTests.AnyStory.Select(WeighingPropertyTests.AnyStory).Sample((first, second) =>
        Run(first, second).Updates.All(u => u.Confidence is not { } p || (p is >= 0.05 and <= 0.97 && (p == 0.97 || Math.Abs(p * 20 - Math.Round(p * 20)) < 1e-9)
            && Math.Abs(u.Contributions.Sum(c => c.LogOdds) - Math.Log(p / (1 - p))) < 1e-9)));

    [Fact]
    public void Confidence_is_never_above_the_weakest_lead_claim() => WeighingPropertyTests.AnyStory.Sample(story =>
    {
        var weighed = Weigher.Weigh(story, Later);
        var update = Writer.Write(Context, [], weighed);
        return update?.Confidence is not { } p || update.Lead.Select(id => weighed.Single(c => c.Claim.Id == id))
            .Where(c => c.Standing is not (Standing.Refuted or Standing.Retracted or Standing.Corrected)).All(c => c.Probability is not { } own || p <= Math.Max(own, 0.05));
    });

    [Fact]
    public void The_same_input_gives_the_same_update() => WeighingPropertyTests.AnyStory.Sample(story =>
    {
        var weighed = Weigher.Weigh(story, Later);
        string Show(Update? u) => u is null ? "" : string.Join('|', Texts(u).Concat(u.Lead.Select(l => l.Value)));
        return Show(Writer.Write(Context, [], weighed)) == Show(Writer.Write(Context, [], [.. weighed.Reverse()]));
    });

    private static WritingContext Context => new(StoryId.Of("q"), "Has matter come about?", Noon.AddHours(12), Noon);

    private static (ImmutableArray<Update> Updates, ImmutableArray<WeighedClaim> Claims) Run(ImmutableArray<Claim> first, ImmutableArray<Claim> second)
    {
        var before = Weigher.Weigh(first, Later);
        // The same claims with other evidence: what a later step of a story brings.
        var after = Weigher.Weigh([.. first.Select(c => c with { Evidence = second.FirstOrDefault(s => s.Wording == c.Wording)?.Evidence ?? c.Evidence }),
            .. second.Where(s => first.All(c => c.Id != s.Id))], Later);
        var update = Writer.Write(Context, before, after);
        return (update is null ? [] : [update], after);
    }

    private static IEnumerable<string> Texts(Update u) =>
        u.Summary.Select(s => s.Text).Concat(u.Changes.Select(c => c.Text)).Concat(SentenceEnd().Split(u.WhatChanged.Text)).Append(u.Headline);

    private static bool Mentions(string text, WeighedClaim claim) => text.Contains(claim.Claim.Wording[1..^1], StringComparison.Ordinal);

    private static bool IsAttributed(string text) => Attribution().IsMatch(text);

    [GeneratedRegex(@"\b(according to|says?|reports?|not confirmed|no longer confirmed|denied|disputed|wrong|out of date|withdrawn|withdraws|corrected|corrects)\b", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"(?<=\.) ", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex SentenceEnd();
}
