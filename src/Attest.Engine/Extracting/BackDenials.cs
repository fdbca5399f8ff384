using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>
/// "The bank denied the allegations", "the company said the claims were baseless": denies what others are told to have said just before
/// (R8). The denied statements are stated again, as denied by who denies them, on the evidence of this sentence.
/// </summary>
internal static class BackDenials
{
    public static void Apply(ReportReading reading, Sentence s, Speakers speakers, StatementList statements)
    {
        if (Denier(reading, s) is not { } denier || speakers.Of(denier) is not { } speaker)
            return;
        for (int at = s.Index - 1; at >= 0 && at >= s.Index - 2; at--)
        {
            var denied = statements.Of(at).Select(i => statements[i]).Where(st => st.Kind is not (ClaimKind.Utterance or ClaimKind.Opinion or ClaimKind.Forecast) && st.Speaker is { } said && said.Key != speaker.Key
                && st.Voice is Voice.Attributes or Voice.Relays or Voice.Hedges).ToList();
            // Who rejects what a fall is put down to does not deny the fall.
            if (denied.Exists(st => st.Kind == ClaimKind.Cause))
                denied.RemoveAll(st => st.Kind != ClaimKind.Cause);
            foreach (var st in denied)
                statements.Add(st with { Id = statements.NextId, Quote = s.Span, Content = s.Span, Sentence = s.Index, Voice = Voice.Denies, Speaker = speaker, About = null, OwnAccess = false, Verbatim = false });
            if (denied.Count > 0 || statements.Of(at).Any(i => statements[i].Kind != ClaimKind.Utterance))
                return;
        }
    }

    /// <summary>Who denies what was said before; null where the sentence does not, or says itself what it denies.</summary>
    private static Attribution? Denier(ReportReading reading, Sentence s)
    {
        foreach (var a in reading.CuedIn(s.Index))
        {
            if (a.Negated)
                continue;
            if (a.Act == SpeechAct.Denies && a.Frame == Frame.Object && a.ContentHead >= 0 && Denials.IsTakenUp(s, a.ContentHead))
                return a;
            // "called the accusation baseless"
            if (a.Frame == Frame.Object && a.Lemma is "call" or "label" or "dismiss" or "describe" && a.ContentHead >= 0 && Denials.IsTakenUp(s, a.ContentHead)
                && s.Subtree(a.CueHead.Token).Any(t => Denials.IsUntrue(s.Tokens[t].Lemma)))
                return a;
            if (a.Act == SpeechAct.Says && a.Frame == Frame.Clause && a.ContentHead >= 0 && s.OwnSubject(a.ContentHead) is var subject and >= 0 && Denials.IsTakenUp(s, subject)
                && Denials.IsUntrue(s.Tokens[a.ContentHead].Lemma))
                return a;
        }
        return null;
    }
}
