using System.Collections.Frozen;

namespace Attest.Engine.Extracting;

/// <summary>A verb by which a text says what somebody says or thinks.</summary>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Act">What the source does.</param>
/// <param name="Frames">How its content may hang on it.</param>
/// <param name="Prepositions">Prepositions that may join its content.</param>
internal sealed record ReportingVerb(string Lemma, SpeechAct Act, Frame Frames, FrozenSet<string> Prepositions);

/// <summary>
/// The verbs of saying and thinking, as one table. Which verb takes which content was read off the training part of PolNeAR
/// (Newell et al. 2018): a pair stands here where at least half of its uses there are attributions.
/// </summary>
internal static class ReportingVerbs
{
    // Act, then verbs: each with its frames: c a clause or direct speech, i an infinitive, o an object, and prepositions after a plus.
    private const string Table = """
        Says say:c tell:c add:c report:c confirm:co announce:co write:c state:c note:co explain:co declare:c insist:c+on acknowledge:co
        Says admit:co concede:c argue:c+for claim:c assert:c contend:c maintain:c stress:co emphasize:co emphasise:co observe:c remark:c
        Says comment:c+on reply:c respond:c answer:c continue:c recall:co recount:co reveal:co disclose:co warn:c+of+about+against testify:c+about
        Says reiterate:co repeat:c tweet:c post:c mention:co cite:o conclude:c caution:c+against allege:co affirm:c proclaim:c quip:c joke:c
        Says complain:c+about boast:c+of+about brag:c+about lament:co shout:c chant:c yell:c point:c+to speak:c+about+of talk:+about+of
        Says describe:o highlight:o discuss:o refer:+to elaborate:c volunteer:c opine:c recite:o relate:c inform:c notify:c assure:c remind:c
        Says email:c text:c read:c conclude:c interject:c begin:c estimate:co brief:c reason:c attest:c+to express:o voice:o underscore:o
        Says blog:c convey:co report:i claim:i own:c swear:c detail:o vouch:c
        Denies deny:co dispute:co rebut:o refute:o reject:o contradict:o
        Hedges suggest:co imply:co hint:c+at speculate:c+about seem:c appear:c
        Asks ask:c+about+for wonder:c+about question:co inquire:c+about enquire:c+about query:c
        Promises promise:cio pledge:cio vow:cio plan:ci threaten:ci agree:ci refuse:i decline:i offer:i intend:i swear:i undertake:i guarantee:c
        Wants want:io urge:cio demand:cio propose:cio recommend:cio call:+for+on advise:ci seek:io order:ci request:cio encourage:io advocate:o+for
        Wants beg:ci plead:c+for press:+for push:+for insist:+on
        Believes believe:co think:c+of+about expect:cio hope:ci+for fear:cio predict:co feel:c doubt:co suspect:c assume:c consider:o foresee:co
        Believes anticipate:co forecast:co figure:c reckon:c worry:c+about know:c regard:o view:o understand:c see:o prefer:io fancy:c trust:c
        Believes dread:co concern:c imagine:c agree:c+with disagree:c+with decide:ci determine:c rule:c find:c learn:c hear:c realize:c realise:c
        Judges criticize:o criticise:o praise:o condemn:o denounce:o blast:o slam:o mock:o blame:o accuse:o+of endorse:o support:o oppose:o
        Judges defend:o attack:o dismiss:o welcome:o decry:o call:o label:o brand:o blast:o ridicule:o applaud:o favor:o favour:o deride:o
        Judges back:o challenge:o thank:o liken:o compare:o complain:+of rail:+against hail:o rebuke:o deplore:o bemoan:o bash:o
        Shows show:co indicate:co demonstrate:c prove:c signal:c reflect:c
        """;

    private static readonly FrozenDictionary<string, ReportingVerb[]> Rows = Read();

    /// <summary>The uses of a verb; empty where it is none of saying or thinking.</summary>
    public static ReadOnlySpan<ReportingVerb> Uses(string lemma) => Rows.TryGetValue(lemma, out var rows) ? rows : [];

    /// <summary>The verb's use with a clause; null where it has none.</summary>
    public static ReportingVerb? WithClause(string lemma)
    {
        foreach (var use in Uses(lemma))
            if (use.Frames.HasFlag(Frame.Clause))
                return use;
        return null;
    }

    /// <summary>What the source does by a verb; that of saying where the table does not hold it.</summary>
    public static SpeechAct ActOf(string lemma) => Uses(lemma) is [var use, ..] ? use.Act : SpeechAct.Says;

    private static FrozenDictionary<string, ReportingVerb[]> Read()
    {
        var rows = new List<ReportingVerb>();
        foreach (string line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var act = Enum.Parse<SpeechAct>(words[0]);
            foreach (string word in words.AsSpan(1))
            {
                int colon = word.IndexOf(':', StringComparison.Ordinal);
                string[] rest = word[(colon + 1)..].Split('+');
                var frames = rest.Length > 1 ? Frame.Preposition : Frame.None;
                foreach (char c in rest[0])
                    frames |= c switch { 'c' => Frame.Clause, 'i' => Frame.Infinitive, _ => Frame.Object };
                rows.Add(new ReportingVerb(word[..colon], act, frames, rest.Skip(1).ToFrozenSet(StringComparer.Ordinal)));
            }
        }
        return rows.GroupBy(r => r.Lemma).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }
}
