using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>
/// Who says or thinks what, by the syntax of each sentence and the quotation marks of the whole text.
/// 1. Verbs of the table with their subjects and contents (<see cref="VerbCues"/>).
/// 2. "According to", "citing", adverbs such as "reportedly", nouns such as "the claim that" (<see cref="OtherCues"/>).
/// 3. Quotations that run over sentences and paragraphs, with their speaker before, within or behind (<see cref="DirectSpeech"/>).
/// 4. Whatever else may be a saying (<see cref="AttributionCandidates"/>), from which, as from the rules' own, a learnt model chooses (<see cref="AttributionChoice"/>).
/// </summary>
public static class Attributions
{
    /// <summary>The attributions of a text, in order of their cues: of each cue the likeliest, if it is likely enough.</summary>
    public static ImmutableArray<Attribution> Find(AnalysedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var quotes = QuotedStretches.Of(text);
        return Finished(text, AttributionChoice.Instance.Best(text, quotes, ByRules(text, quotes)));
    }

    /// <summary>
    /// What extraction goes by: all that the rules find, mere thoughts, wishes and judgements among them, since extraction must know what is nobody's assertion.
    /// </summary>
    internal static ImmutableArray<Attribution> All(AnalysedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Finished(text, ByRules(text, QuotedStretches.Of(text)));
    }

    // What holds nothing but marks says nothing.
    private static ImmutableArray<Attribution> Finished(AnalysedText text, IEnumerable<AttributionDraft> drafts) => [.. drafts.Select(d => d.Finish(text)).Where(a => !a.Content.IsEmpty)];

    /// <summary>What the rules find, in order of cues.</summary>
    internal static List<AttributionDraft> ByRules(AnalysedText text, ImmutableArray<Span> quotes)
    {
        var drafts = new List<AttributionDraft>();
        foreach (var sentence in text.Sentences)
        {
            VerbCues.Find(sentence, quotes, drafts);
            OtherCues.Find(sentence, drafts);
        }
        DirectSpeech.Complete(text, quotes, drafts);
        drafts.RemoveAll(d => d.Content.Count == 0);
        drafts.Sort((a, b) => a.CueHead.CompareTo(b.CueHead));
        return drafts;
    }
}
