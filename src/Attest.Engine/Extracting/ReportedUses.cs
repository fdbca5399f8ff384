using System.Collections.Frozen;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>
/// Which uses of the verbs and nouns of saying and thinking report somebody, and which merely tell of a thought, a wish or an act ("she
/// wants to run", "they back the bill"). Extraction needs both to know what is nobody's assertion; an attribution to show is only
/// the former. Listed are the uses of which fewer than two fifths were labelled as attributions in the training part of PolNeAR.
/// </summary>
internal static class ReportedUses
{
    private const string Told = """
        Clause think know believe speak feel hope seem understand appear decide begin determine hear learn prove recall assume remind realize realise
        Clause expect post answer demonstrate imagine advise figure mention statement argument plan email request disagree threaten doubt see
        Clause ask propose pledge maintain urge repeat yell order reflect comment brag hint
        Clause prefer trust consider refuse decline intend offer undertake want dread concern regard fancy text own relate inform brief attest
        Infinitive claim
        Infinitive want plan pledge agree decide expect intend offer threaten order ask request prepare seek
        Object want see support call show attack oppose seek back discuss consider thank challenge deny view favor favour highlight suggest expect
        Object condemn compare believe admit encourage underscore contradict demand applaud confirm detail fear pledge predict request estimate
        Object propose label explain defend allege
        Object recommend advocate regard hail bash liken doubt like question disclose welcome prefer understand blame report repeat indicate relate
        Preposition call talk think ask point comment worry disagree press hope agree speak rail push
        Preposition accuse hint advocate
        Passive back endorse call see consider intend ask regard view describe
        """;

    private static readonly FrozenSet<string> NotReported = Told.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(line => line.Split(' ').Skip(1).Select(word => line.Split(' ')[0] + " " + word)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Nouns = FrozenSet.ToFrozenSet(["promise", "allegation", "fear", "warning", "prediction", "vow"], StringComparer.Ordinal);

    /// <summary>Whether an attribution reports somebody.</summary>
    public static bool Is(AnalysedText text, Attribution a)
    {
        var cue = text.Sentences[a.CueHead.Sentence].Tokens[a.CueHead.Token];
        if (cue.Tag == PartOfSpeech.Noun)
            return Nouns.Contains(a.Lemma);
        if (a.Frame == Frame.Around)
            return cue.Lower is "according" or "reportedly" or ":";
        // "I think": the words of a quotation, not a report of them.
        if (a.SourceHead is { } source && text.Sentences[source.Sentence].Tokens[source.Token].Lower is "i" or "we" or "you" or "what" or "it" && a.Act is not SpeechAct.Shows)
            return false;
        return !NotReported.Contains(a.Frame + " " + a.Lemma);
    }
}
