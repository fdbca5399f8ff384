namespace Attest.Engine.Writing;

/// <summary>The measures of our writing. Editorial choices, not calibrated; the <c>Writing</c> tests hold them.</summary>
internal static class HouseStyle
{
    /// <summary>Characters that a headline should not exceed where cuts allow it: two lines of the story page.</summary>
    public const int Headline = 90;

    /// <summary>Sentences of an update's summary.</summary>
    public const int UpdateSentences = 3;

    /// <summary>Sentences of the story's standing summary.</summary>
    public const int StorySentences = 4;

    /// <summary>Share of its content from which a sentence only repeats another.</summary>
    public const double SameContent = 0.6;

    /// <summary>Share of its content from which a claim in other words than those already told holds nothing new.</summary>
    public const double NothingNew = 0.8;

    /// <summary>How much a sentence's likeness to those chosen before weighs against its importance (maximal marginal relevance).</summary>
    public const double Likeness = 2.0;

    /// <summary>Words of a speaker's name that may stand before "says"; a longer one follows "according to".</summary>
    public const int ShortName = 4;

    /// <summary>Characters from which a sentence is named for its speaker at the front, so that the reader need not wait for it.</summary>
    public const int LongSentence = 120;

    /// <summary>How long a story counts as young: a new unconfirmed claim alone is then worth an update.</summary>
    public static readonly TimeSpan Young = TimeSpan.FromDays(2);

    /// <summary>How much of the question's words a new unconfirmed claim must bear to be worth an update in an older story.</summary>
    public const double Central = 0.34;

    /// <summary>Share of the question's words, or of its own words that other claims bear too, from which a report's opening is news of this story.</summary>
    public const double AboutQuestion = 0.2, AboutStory = 0.34;

    /// <summary>Claims that an update lists on each side at most.</summary>
    public const int Listed = 12;
}
