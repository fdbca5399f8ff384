using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>
/// Who says or thinks what, by the syntax of each sentence and the quotation marks of the whole text.
/// 1. Verbs of the table with their subjects and contents (<see cref="VerbCues"/>).
/// 2. "According to", "citing", adverbs such as "reportedly", nouns such as "the claim that" (<see cref="OtherCues"/>).
/// 3. Quotations that run over sentences and paragraphs, with their speaker before, within or behind (<see cref="DirectSpeech"/>).
/// </summary>
public static class Attributions
{
    /// <summary>The attributions of a text, in order of their cues.</summary>
    public static ImmutableArray<Attribution> Find(AnalysedText text) => [.. All(text).Where(a => ReportedUses.Is(text, a))];

    /// <summary>Attributions with mere thoughts, wishes and judgements among them (<see cref="ReportedUses"/>).</summary>
    internal static ImmutableArray<Attribution> All(AnalysedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var quotes = QuotedStretches.Of(text);
        var drafts = new List<AttributionDraft>();
        foreach (var sentence in text.Sentences)
        {
            VerbCues.Find(sentence, quotes, drafts);
            OtherCues.Find(sentence, drafts);
        }
        DirectSpeech.Complete(text, quotes, drafts);
        drafts.RemoveAll(d => d.Content.Count == 0);
        drafts.Sort((a, b) => a.CueHead.CompareTo(b.CueHead));
        return [.. drafts.Select(d => d.Finish(text))];
    }
}
