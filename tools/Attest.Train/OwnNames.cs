using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>
/// Names that a first name finder gives to EWT's sentences, which have tags of proper nouns by hand but no names. Only sentences are taken whose names and
/// runs of proper nouns agree, so that what is learnt from them comes from the tags and not from the finder's own errors (self-training with a filter).
/// </summary>
internal sealed class OwnNames(WordClasses classes, TagSet tags, LinearModel model)
{
    // How much more a proper noun must look like no name to be none. Fitted on the names' dev set: 0, 6 and 15 gave F1 .658, .662 and .666.
    private const float Handicap = 15;

    private readonly WordBuffer words = new(classes);
    private readonly NameFinder finder = new(model);
    private readonly Dictionary<string, int> numbers = Enumerable.Range(0, tags.Joint.Length).ToDictionary(i => tags.Joint[i]);

    /// <summary>The names of a sentence; null where they do not agree with its tags.</summary>
    public NamedSentence? Of(TreebankWord[] sentence)
    {
        words.Clear();
        foreach (var word in sentence)
            words.Add(word.Form, word.Lower);
        for (int i = 0; i < sentence.Length; i++)
        {
            int tag = numbers.GetValueOrDefault(sentence[i].Joint);
            words.SetTag(i, tag, tags.UposHash(tag), tags.XposHash(tag));
        }
        var names = finder.Find(words, Handicap).ToList();
        bool[] named = new bool[sentence.Length];
        foreach (var (first, end, _) in names)
        {
            named.AsSpan(first, end - first).Fill(true);
            bool whole = IsProper(sentence, first) && IsProper(sentence, end - 1) && !IsProper(sentence, end) &&
                (!IsProper(sentence, first - 1) || sentence[first - 1].Relation == Title);
            if (!whole)
                return null;
        }
        for (int i = 0; i < sentence.Length; i++)
            if (!named[i] && IsProper(sentence, i) && !MayBeUnnamed(sentence[i]))
                return null;
        return new NamedSentence([.. sentence.Select(w => w.Form)], names);
    }

    private const string Title = "nmod:desc";

    // Titles, days and months are proper nouns and no names; so are peoples.
    private static bool MayBeUnnamed(TreebankWord word) =>
        word.Joint == "PROPN|NNPS" || word.Relation is "obl:unmarked" or "nmod:unmarked" or Title;

    private static bool IsProper(TreebankWord[] sentence, int i) => i >= 0 && i < sentence.Length && sentence[i].Joint.StartsWith("PROPN", StringComparison.Ordinal);
}
