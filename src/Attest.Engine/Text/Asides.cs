namespace Attest.Engine.Text;

/// <summary>
/// "The study, which has not been reviewed, looked at …", "the painting, valued at four million, had been stolen": news sets a clause between a subject and
/// its verb, and a greedy parser then hangs the verb on the aside. So the aside is read by itself, the sentence without it, and the aside is hung on its noun.
/// </summary>
internal static class Asides
{
    /// <summary>Where an aside stands.</summary>
    /// <param name="Open">The comma before it.</param>
    /// <param name="Close">The comma behind it.</param>
    /// <param name="Relation">What it is to its noun.</param>
    internal readonly record struct Place(int Open, int Close, string Relation);

    /// <summary>The first aside between a subject that begins the stretch and its verb, by the tags alone; null where there is none.</summary>
    public static Place? Find(Sentence s)
    {
        int open = 0;
        while (open < s.Tokens.Length && s.Tokens[open].Form != ",")
        {
            if (IsFinite(s.Tokens[open]) || s.Tokens[open].Tag is PartOfSpeech.Sconj or PartOfSpeech.Verb || open == 0 && s.Tokens[0].Tag is PartOfSpeech.Adp or PartOfSpeech.Adv or PartOfSpeech.Cconj)
                return null;
            open++;
        }
        if (open == 0 || open + 4 >= s.Tokens.Length || s.Tokens[open - 1].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn))
            return null;
        var first = s.Tokens[open + 1];
        bool relative = first.Lower is "who" or "which" && first.FineTag is "WP" or "WDT";
        bool participle = first.FineTag is "VBN" or "VBG" || first.FineTag == "VBD" && s.Tokens[open + 2].Tag == PartOfSpeech.Adp;
        if (!relative && !participle)
            return null;
        bool tensed = false;
        for (int close = open + 2; close + 1 < s.Tokens.Length; close++)
        {
            if (s.Tokens[close].Form is ";" or ":" or "“" or "\"" or "—")
                return null;
            if (s.Tokens[close].Form == "," && close > open + 2 && tensed == relative && GoesOn(s, close + 1))
                return new Place(open, close, relative ? "acl:relcl" : "acl");
            tensed |= IsFinite(s.Tokens[close]);
        }
        return null;
    }

    /// <summary>Joins the sentence without its aside and the aside.</summary>
    public static Sentence Join(Sentence whole, Sentence without, Sentence aside, Place place)
    {
        var tokens = whole.Tokens.ToArray();
        int inside = place.Close - place.Open + 1;
        for (int i = 0; i < without.Tokens.Length; i++)
        {
            int head = without.Tokens[i].Head;
            Put(tokens, Outer(i), without.Tokens[i], head < 0 ? -1 : Outer(head), without.Tokens[i].Relation);
        }
        int noun = NounOf(tokens, place);
        int root = place.Open + 1;
        for (int i = 0; i < aside.Tokens.Length; i++)
        {
            int head = aside.Tokens[i].Head;
            if (head < 0)
                root = place.Open + 1 + i;
            Put(tokens, place.Open + 1 + i, aside.Tokens[i], head < 0 ? noun : place.Open + 1 + head, head < 0 ? place.Relation : aside.Tokens[i].Relation);
        }
        foreach (int comma in (int[])[place.Open, place.Close])
            Put(tokens, comma, tokens[comma], root, "punct");
        return new Sentence(whole.Index, whole.Paragraph, whole.Span, [.. tokens], whole.Names);

        int Outer(int i) => i < place.Open ? i : i + inside;
    }

    // "The driver of the bus, who …": who is the subject; "the cause of the fire, which …": which is what stands nearest.
    private static int NounOf(Token[] tokens, Place place)
    {
        int noun = place.Open - 1;
        bool nearest = tokens[place.Open + 1].Lower == "which";
        while (tokens[noun].Head >= 0 && tokens[noun].Head < place.Open && tokens[tokens[noun].Head].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn
            && (!nearest || tokens[noun].BaseRelation is "compound" or "flat" or "appos" or "goeswith"))
            noun = tokens[noun].Head;
        return noun;
    }

    private static void Put(Token[] tokens, int at, Token t, int head, string relation) =>
        tokens[at] = new Token(t.Span, t.Form, t.Lower, t.Lemma, t.Tag, t.FineTag, head, relation);

    private static bool IsFinite(Token t) => t.FineTag is "VBD" or "VBZ" or "VBP" or "MD";

    private static bool GoesOn(Sentence s, int at) => IsFinite(s.Tokens[at]) || s.Tokens[at].Tag == PartOfSpeech.Adv && at + 1 < s.Tokens.Length && IsFinite(s.Tokens[at + 1]);
}
