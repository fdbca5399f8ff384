using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>In which voice a clause stands, and who speaks.</summary>
/// <param name="Voice">The voice.</param>
/// <param name="Speaker">Who says it; null where the outlet asserts it itself or nobody is named.</param>
/// <param name="Saying">The attribution that gives the speaker, where the saying itself is a statement; else null.</param>
/// <param name="OwnAccess">Whether the outlet has it at first hand.</param>
/// <param name="Reversal">Whether it is denied as something reported before.</param>
internal sealed record Voiced(Voice Voice, Speaker? Speaker, Attribution? Saying, bool OwnAccess, Reversal? Reversal = null);

/// <summary>Decides voice and speaker of a clause from the attributions around it; innermost first.</summary>
internal sealed class Voicing(ReportReading reading, Speakers speakers)
{
    /// <summary>The clause's voice; null where it asserts nothing to anybody (wishes, unresolved speakers, sayings that did not happen).</summary>
    public Voiced? Of(Clause clause, List<Attribution> around)
    {
        var s = clause.Sentence;
        bool hedged = ClauseFacts.IsHedged(s, clause.Head);
        var inner = around.FirstOrDefault(a => a.Frame != Frame.Passive);
        if (inner is null && ClauseFacts.IsOpinion(s, clause.Head) && reading.CueAt(s, clause.Head) is { Act: SpeechAct.Judges } judging && speakers.Of(judging) is { } judge)
            return new Voiced(Voice.Attributes, judge, null, false);
        if (inner is null)
            return new Voiced(hedged ? Voice.Hedges : Voice.Asserts, null, null, SawItself(s, clause));
        var cueSentence = reading.Text.Sentences[inner.CueHead.Sentence];
        if (cueSentence.Tokens[inner.CueHead.Token].Tag == PartOfSpeech.Noun && Denials.Of(reading, cueSentence, inner) is { } denial)
        {
            var denier = denial.Source is { } d ? speakers.Of(inner with { SourceHead = d }) : Outer(around, inner);
            return new Voiced(Voice.Denies, IsOwn(denier) ? null : denier, null, false, denial);
        }
        // What such a notice puts in its place is the outlet's own word.
        if (clause.Role == ClauseRole.Loose && inner.SourceHead is { } version && cueSentence.Tokens[version.Token].Lemma is "version")
            return new Voiced(Voice.Asserts, null, null, false);
        // "An earlier version of this article said P" takes P back.
        if (inner.SourceHead is { } said && cueSentence.Tokens[said.Token].Lemma is "version" or "article" or "report" or "story"
            && cueSentence.Subtree(said.Token).Any(t => cueSentence.Tokens[t].Lower is "earlier" or "previous"))
            return new Voiced(Voice.Denies, null, null, false, new Reversal(null, "correct", true));
        if (inner.Negated || inner.Act == SpeechAct.Wants || inner.Act == SpeechAct.Judges)
            return null;
        if (inner.Frame == Frame.Around && inner.SourceHead is null)
            return new Voiced(Voice.Hedges, Outer(around, inner), null, false);
        var speaker = speakers.Of(inner);
        // Who said it cannot be told: that it is said stays, and counts for nothing (R7).
        if (speaker is null)
            return (inner.SourceHead is not { } unknown || cueSentence.Tokens[unknown.Token].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn) && inner.Act is SpeechAct.Says or SpeechAct.Hedges or SpeechAct.Believes or SpeechAct.Shows ? new Voiced(Voice.Hedges, null, null, false) : null;
        if (IsOwn(speaker))
            return inner.Act == SpeechAct.Denies ? new Voiced(Voice.Denies, null, null, true) : new Voiced(hedged ? Voice.Hedges : Voice.Asserts, null, null, true);
        var voice = inner.Act switch
        {
            SpeechAct.Denies => Voice.Denies,
            SpeechAct.Asks => Voice.Asks,
            SpeechAct.Hedges => Voice.Hedges,
            SpeechAct.Believes when inner.Lemma is not ("find" or "learn" or "rule" or "determine" or "decide" or "know" or "realize" or "realise" or "understand" or "believe" or "think") => Voice.Hedges,
            _ when hedged => Voice.Hedges,
            _ => speaker.Kind == SpeakerKind.Outlet ? Voice.Relays : Voice.Attributes,
        };
        bool access = speakers.ToldToOutlet(inner) || SeenByOutlet(inner);
        return new Voiced(voice, speaker, inner, access);
    }

    private Speaker? Outer(List<Attribution> around, Attribution inner)
    {
        foreach (var a in around)
            if (a != inner && a.SourceHead is not null && a.Act is SpeechAct.Says or SpeechAct.Denies)
                return speakers.Of(a);
        return null;
    }

    private bool IsOwn(Speaker? speaker) => speaker?.Body is { } body && body == reading.Report.Outlet.Name && (speaker.Key == Speakers.BodyKey(body));

    /// <summary>"Documents seen by the Herald show".</summary>
    private bool SeenByOutlet(Attribution a)
    {
        if (a.SourceHead is not { } head)
            return false;
        var s = reading.Text.Sentences[head.Sentence];
        foreach (int c in s.Children(head.Token))
            if (s.Tokens[c].BaseRelation == "acl" && s.Tokens[c].Lemma is "see" or "obtain" or "review" or "view" or "read" or "examine" or "hear")
                foreach (int d in s.Children(c))
                    if (s.Tokens[d].BaseRelation == "obl" && (speakers.IsOutlet(Mention.Read(s, d).Name) || s.Tokens[d].Lower == "us"))
                        return true;
        return false;
    }

    /// <summary>"A Herald reporter at the gate saw …".</summary>
    private bool SawItself(Sentence s, Clause clause)
    {
        if (clause.Subject < 0 || !reading.Report.Outlet.IsNewsroom)
            return false;
        var words = s.Subtree(clause.Subject);
        bool own = words.Any(w => s.Tokens[w].Tag == PartOfSpeech.Propn && reading.Report.Outlet.Name.Split(' ').Contains(s.Tokens[w].Form, StringComparer.Ordinal));
        bool reporter = words.Any(w => s.Tokens[w].Lemma is "reporter" or "correspondent" or "photographer" or "journalist");
        return own && (reporter || s.Tokens[clause.Head].Lemma is "see" or "obtain" or "review" or "learn" or "find" or "verify" or "count" or "witness");
    }
}
