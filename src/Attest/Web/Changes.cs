using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>How a typed change is shown.</summary>
internal static class Changes
{
    /// <summary>The shape and the words of a change. A new claim that was confirmed or disputed at once says so.</summary>
    public static (string Group, string Words) Shown(ChangeDocument change, ClaimDocument? claim) => change.Kind switch
    {
        "confirmed" => (Standings.Confirmed, "Newly confirmed"),
        "demoted" => (Standings.Unconfirmed, "No longer confirmed"),
        "disputed" => (Standings.Disputed, "Now disputed"),
        "denied" => (Standings.Disputed, "Now denied"),
        "refuted" => (Standings.Refuted, "Now refuted"),
        "revised" => (Standings.Revised, "Figure revised"),
        "superseded" => (Standings.Revised, "Out of date"),
        "corrected" => (Standings.Retracted, "Wording corrected"),
        "retracted" => (Standings.Retracted, "Retracted"),
        "lapsed" => (Standings.Unconfirmed, "Lapsed"),
        _ => StandingAt(claim, change.At) switch
        {
            Standings.Confirmed => (Standings.Confirmed, "Newly confirmed"),
            Standings.Disputed => (Standings.Disputed, "Now disputed"),
            _ => (Standings.Unconfirmed, "New, unconfirmed"),
        },
    };

    /// <summary>Whether the sentence already says both figures, so that they need not stand beside it.</summary>
    public static bool TellsFigures(ChangeDocument change) =>
        change is not { From: { } from, To: { } to }
        || change.Text.Contains(from, StringComparison.OrdinalIgnoreCase) && change.Text.Contains(to, StringComparison.OrdinalIgnoreCase);

    private static string StandingAt(ClaimDocument? claim, DateTimeOffset at)
    {
        var then = claim?.History.LastOrDefault(h => h.At <= at);
        return then is null ? Standings.Unconfirmed : Standings.Group(then.Standing);
    }
}
