using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>Why a claim has its standing, in one or two sentences that name who says what.</summary>
internal static class Reasons
{
    /// <summary>The reason for a standing.</summary>
    public static string For(Dossier d, Verdict v, WeighingContext context, Func<ClaimId, string> wordingOf) => v.Standing switch
    {
        Standing.OnRecord => OnRecord(d),
        Standing.Corroborated => Corroborated(d),
        Standing.Disputed => Disputed(d, v),
        Standing.Refuted => Refuted(v),
        Standing.Retracted => $"{Names.Capital(Withdrew(d))} withdrew it, and nobody else has it from another origin.",
        Standing.Corrected => $"{Names.Capital(Withdrew(d))} corrected it, and nobody else has it from another origin.",
        Standing.Superseded => v.SupersededBy is { } newer ? $"It was so at the time; a newer figure or state stands: “{wordingOf(newer).TrimEnd('.')}”." : "A newer value stands.",
        Standing.Forecast => Forecast(d, context),
        Standing.Opinion => $"It is a judgement{By(d)}, which evidence can neither bear out nor refute.",
        Standing.Stated => $"It is established that {Speakers(d)} said so. Nobody states it on evidence of their own.",
        Standing.Lapsed => "Unconfirmed, and nothing new has been reported about it for 14 days.",
        _ => Uncorroborated(d, v),
    };

    private static string OnRecord(Dossier d)
    {
        var record = d.Supports.First(e => e.IsRecord);
        string denied = d.Denials.IsEmpty ? "" : $" {Names.Capital(Names.List(d.Denials))} denied it.";
        return d.Claim.Kind == ClaimKind.Utterance
            ? $"It stands on {Possessive(record.Who)} own page."
            : $"{Names.Capital(record.Who)} says so in a record of its own, and is competent to say so.{denied}";
    }

    private static string Corroborated(Dossier d)
    {
        string who = Names.Capital(Names.List(d.Counting));
        if (d.Counting.All(e => e.IsUnnamed))
            return $"{Names.Capital(Names.Count(d.Counting.Length, "newsroom"))} each have it from unnamed people with direct knowledge, and nobody denies it.";
        string two = d.Counting.Length > 2 ? "each say so independently of one another" : "each say so; they are independent";
        string copies = Copies(d);
        return $"{who} {two}.{(copies.Length > 0 ? " " + copies : "")}";
    }

    private static string Disputed(Dossier d, Verdict v)
    {
        string pro = d.Supports.IsEmpty ? "" : $"{Names.Capital(Names.List(d.Origins.IsEmpty ? d.Supports : d.Origins))} say{S(d.Origins.IsEmpty ? d.Supports : d.Origins)} so; ";
        string contra = !d.Denials.IsEmpty
            ? $"{Names.List(d.Denials)} {(Many(d.Denials) ? "deny" : "denies")} it"
            : $"{Names.List(v.Against.Where(e => e.Counts))} say{S([.. v.Against.Where(e => e.Counts)])} otherwise";
        return Names.Capital($"{pro}{contra}. Nothing on record settles it.");
    }

    private static string Refuted(Verdict v)
    {
        var record = v.Against.FirstOrDefault(e => e.IsRecord);
        var counting = v.Against.Where(e => e.Counts).ToImmutableArray();
        return record is not null
            ? $"{Names.Capital(record.Who)}, whose own record settles it, says otherwise.{Also(counting.Remove(record))}"
            : $"{Names.Capital(Names.List(counting))} say otherwise, independently and on better evidence.";
    }

    private static string Also(ImmutableArray<Assessed> others) => others.IsEmpty ? "" : $" So {(Many(others) ? "do" : "does")} {Names.List(others)}.";

    private static string Forecast(Dossier d, WeighingContext context) => d.Claim.Deadline switch
    {
        { } end when context.HasTimes && end <= context.Now => $"It was about the future{OnTheWord(d)}; its time is over, and whether it came true is a claim of its own.",
        { } => $"It is about the future{OnTheWord(d)}; it will be checked when its time is over.",
        _ => $"It is about the future{OnTheWord(d)}; no time was given by which it should come true.",
    };

    private static string Uncorroborated(Dossier d, Verdict v)
    {
        if (d.Supports.IsEmpty)
            return "No report says yet that it is so.";
        if (v.Rules.Contains("R11"))
            return $"Cause, blame and guilt stay attributed until a record or an investigation has found them. So far {Speakers(d)} say{S(d.Supports)} so.";
        if (v.Rules.Contains("R14"))
            return $"{Names.Capital(Names.List(d.Counting))} each say so, but in a story's first two hours three origins are asked for.";
        if (d.Supports.All(e => e.Statement.Sentence < 0))
            return "Only headlines say so, and a headline is no evidence.";
        if (d.Supports.All(e => e.Statement.Voice is Voice.Hedges or Voice.Asks || e.Statement.Sentence < 0))
            return "It is reported only with reserve; nobody states it as so.";
        string copies = Copies(d);
        if (d.Supports.All(e => e.IsUnnamed))
            return $"Only sources without a name say so: {Names.List(d.Supports)}.{(copies.Length > 0 ? " " + copies : "")}";
        string counts = d.Counting.Length switch
        {
            0 => $"{Names.Capital(Speakers(d))} say{S(d.Origins.IsEmpty ? d.Supports : d.Origins)} so. No witness, record or competent body bears it out yet.",
            1 => $"It rests on one origin, {d.Counting[0].Who}.",
            _ => $"{Names.Capital(Names.List(d.Counting))} say so, but they are not independent of one another.",
        };
        return counts + (copies.Length > 0 ? " " + copies : "");
    }

    private static string Copies(Dossier d)
    {
        int copies = d.Supports.Where(e => e.Evidence.Traced.CollapsedWith is not null && e.Evidence.Traced.Because is not CollapseReason.SameSpeaker)
            .Select(e => e.Statement.Report).Distinct().Count();
        return copies == 0 ? "" : $"{Names.Capital(Names.Count(copies, "other report"))} only repeat{(copies == 1 ? "s" : "")} it.";
    }

    private static string Withdrew(Dossier d) =>
        d.Claim.Evidence.Where(e => e.Stance == Stance.Supports).OrderBy(e => e.Traced.CollapsedWith is null ? 0 : 1).ThenBy(e => e.Traced.Statement.At)
            .ThenBy(e => e.Traced.Statement.Id).First().Traced.Outlet.Name;

    private static string Speakers(Dossier d) => Names.List(d.Origins.IsEmpty ? d.Supports : d.Origins);

    private static string By(Dossier d) => d.Supports.IsEmpty ? "" : " by " + Speakers(d);

    private static string OnTheWord(Dossier d) => d.Supports.IsEmpty ? "" : $", on the word of {Speakers(d)}";

    private static string Possessive(string name) => name.EndsWith('s') ? name + "’" : name + "’s";

    private static bool Many(ImmutableArray<Assessed> who) => who.Select(e => e.Who).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1 || (who.Length > 0 && IsPlural(who[0].Who));

    private static string S(ImmutableArray<Assessed> who) => Many(who) ? "" : "s";

    /// <summary>A speaker in lower case that ends on "s", or begins with a number word, is several ("state mine inspectors").</summary>
    private static bool IsPlural(string who) => Wordings.IsPlural(who);
}
