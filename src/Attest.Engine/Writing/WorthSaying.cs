using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>Which changes are worth an update, and how much each weighs for its headline. A demotion weighs as much as a promotion (R16).</summary>
internal static class WorthSaying
{
    /// <summary>Weight of a change; higher leads. 0 where it is told only beside others.</summary>
    public static double Weight(Changed change, Importance importance, WritingContext context) => change.Kind switch
    {
        // What reports tell in passing is confirmed as much, and leads less: two that come to it late do not make it the news.
        ChangeKind.Confirmed => change.Claim.Claim.Kind is ClaimKind.Opinion ? 0
            : change.WasTold || Importance.IsFirstTold(change.Claim.Claim) || change.Claim.Origins > 1 && Importance.IsToldEarly(change.Claim.Claim) ? 3 : 1.2,
        ChangeKind.Revised => 2.8,
        ChangeKind.Refuted => change.WasConfirmed ? 4 : change.WasTold ? 2.2 : change.Claim.Reports > 1 ? 1 : 0,
        // A new update tells every correction (R15), also of what only the lists held.
        ChangeKind.Retracted or ChangeKind.Corrected => change.WasConfirmed ? 4 : change.WasTold ? 2.2 : 1.1,
        ChangeKind.Demoted => 3,
        ChangeKind.Disputed or ChangeKind.Denied => change.WasConfirmed ? 3.2 : change.WasTold ? 2 : 1.2,
        ChangeKind.New => New(change.Claim, importance, context),
        ChangeKind.Superseded => change.WasConfirmed ? 0.6 : 0,
        _ => 0,
    };

    /// <summary>A new unconfirmed claim: worth an update of its own where more than one origin has it, or in a young story, or where it bears on the question.</summary>
    private static double New(WeighedClaim claim, Importance importance, WritingContext context)
    {
        // Later news of one origin is news where a report opens with it and it is about what the story is about: a strike called off, a plan given up.
        bool lead = claim.Reports > 0 && Importance.IsFirstTold(claim.Claim) && importance.IsAboutTheStory(claim);
        if (claim.Standing is Standing.Opinion or Standing.Forecast || claim.Reports == 0)
            return context.Earlier.IsEmpty ? 0.5 : lead && claim.Standing == Standing.Forecast ? 1 : 0;
        if (lead)
            return 1.6;
        bool young = context.Now - context.StoryOpened < HouseStyle.Young;
        bool central = importance.ToQuestion(claim.Claim) >= HouseStyle.Central;
        return context.Earlier.IsEmpty || claim.Origins > 1 || young || central ? 1 : 0;
    }
}
