namespace Attest.Engine.Text;

/// <summary>
/// "The board on Tuesday approved the sale": news sets the day between a subject and its verb, and a greedy parser takes it for the subject. So the sentence is read without it, and it is
/// hung on the verb.
/// </summary>
internal static class DayBetween
{
    /// <summary>Where the day stands.</summary>
    /// <param name="First">Its first word, the preposition where it has one.</param>
    /// <param name="End">After its last word, where the verb stands.</param>
    internal readonly record struct Place(int First, int End);

    /// <summary>The first day between what begins the stretch and its verb, by the tags alone; null where there is none.</summary>
    public static Place? Find(Sentence s)
    {
        for (int day = 1; day + 2 < s.Tokens.Length; day++)
        {
            var t = s.Tokens[day];
            if (t.FineTag is "VBD" or "VBZ" or "VBP" or "MD" || t.Form is ";" or ":")
                return null;
            if (!IsDay(t))
                continue;
            int first = s.Tokens[day - 1].Lower == "on" ? day - 1 : day;
            int end = s.Tokens[day + 1].Lower is "morning" or "afternoon" or "evening" or "night" ? day + 2 : day + 1;
            return first > 0 && s.Tokens[first - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn && s.Tokens[end].FineTag == "VBD" ? new Place(first, end) : null;
        }
        return null;
    }

    /// <summary>The whole sentence, from its reading without the day.</summary>
    public static Sentence Join(Sentence whole, Sentence without, Place place)
    {
        var tokens = whole.Tokens.ToArray();
        int inside = place.End - place.First;
        for (int i = 0; i < without.Tokens.Length; i++)
        {
            var t = without.Tokens[i];
            tokens[Outer(i)] = t.Hung(t.Head < 0 ? -1 : Outer(t.Head), t.Relation);
        }
        int last = place.End - 1, day = IsDay(tokens[last]) ? last : last - 1;
        tokens[last] = tokens[last].Hung(place.End, tokens[place.First].Lower == "on" ? "obl" : "obl:unmarked");
        if (day < last)
            tokens[day] = tokens[day].Hung(last, "compound");
        if (place.First < day)
            tokens[place.First] = tokens[place.First].Hung(last, "case");
        return new Sentence(whole.Index, whole.Paragraph, whole.Span, [.. tokens], whole.Names);

        int Outer(int i) => i < place.First ? i : i + inside;
    }

    private static bool IsDay(Token t) => t.Form is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday";
}
