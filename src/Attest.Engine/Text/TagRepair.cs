namespace Attest.Engine.Text;

/// <summary>
/// Tags that the treebanks teach wrongly for news: "mine" as a pronoun only, a noun at the head of a sentence as an imperative ("Share
/// prices of …"), and the only verb of a clause as a plural ("The recall covers 52,000 kettles").
/// </summary>
internal static class TagRepair
{
    public static void Apply(WordBuffer words, TagSet tags, IReadOnlyList<string> lowers)
    {
        bool verb = false;
        for (int i = 0; i < lowers.Count; i++)
        {
            var before = i == 0 ? PartOfSpeech.Punct : tags.Upos[words[i - 1].Tag];
            var after = i + 1 < lowers.Count ? tags.Upos[words[i + 1].Tag] : PartOfSpeech.Punct;
            string fine = tags.Xpos[words[i].Tag];
            if (lowers[i] == "mine" && tags.Upos[words[i].Tag] == PartOfSpeech.Pron
                && (after is PartOfSpeech.Noun or PartOfSpeech.Propn || before is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num))
                Set(words, tags, i, PartOfSpeech.Noun, "NN");
            else if (i == 0 && fine == "VB" && after == PartOfSpeech.Noun && lowers.Count > 3 && (lowers[2] is "of" || tags.Xpos[words[2].Tag] is "VBD" or "VBZ" or "VBP" or "MD"))
                Set(words, tags, i, PartOfSpeech.Noun, "NN");
            else if (fine is "NN" or "VB" && lowers[i] is "show" or "suggest" or "indicate" && i + 2 >= lowers.Count && after == PartOfSpeech.Punct && before is PartOfSpeech.Noun or PartOfSpeech.Propn && EndsSaying(words, tags, lowers, i))
                Set(words, tags, i, PartOfSpeech.Verb, "VBP");
            // "…, sources close to the player said": behind a comma nobody "sources" anything.
            else if (fine == "VBZ" && lowers[i] is "sources" or "officials" or "aides" && before == PartOfSpeech.Punct)
                Set(words, tags, i, PartOfSpeech.Noun, "NNS");
            else if (fine == "NNS" && !verb && i > 1 && lowers[i].EndsWith('s') && tags.Xpos[words[i - 1].Tag] is "NN" or "NNP"
                && after is PartOfSpeech.Num or PartOfSpeech.Det && !VerbFollows(words, tags, lowers, i + 1))
                Set(words, tags, i, PartOfSpeech.Verb, "VBZ");
            else if (fine == "NNS" && !verb && lowers[i] is "plans" or "hopes" or "aims" or "claims" && i > 0 && before is PartOfSpeech.Noun or PartOfSpeech.Propn
                && i + 2 < lowers.Count && lowers[i + 1] == "to" && tags.Xpos[words[i + 2].Tag] == "VB" && !VerbFollows(words, tags, lowers, i + 1))
                Set(words, tags, i, PartOfSpeech.Verb, "VBZ");
            else if (fine == "NNS" && (lowers[i] is "shows" or "says" or "suggests" or "indicates" && before is PartOfSpeech.Noun or PartOfSpeech.Propn && after == PartOfSpeech.Punct
                || lowers[i] == "reports" && after == PartOfSpeech.Punct && NameOnly(words, tags, lowers, i)
                || i > 0 && lowers[i - 1] == "," && lowers[i].EndsWith('s') && i + 2 < lowers.Count && lowers[i + 1] == "to" && tags.Xpos[words[i + 2].Tag] == "VB"))
                Set(words, tags, i, PartOfSpeech.Verb, "VBZ");
            else if (fine == "VBG" && i > 1 && lowers[i - 1] == "-" && after is PartOfSpeech.Noun or PartOfSpeech.Propn)
                Set(words, tags, i, PartOfSpeech.Adj, "JJ");
            else if (i == 0 && fine == "VBG" && lowers.Count > 2 && tags.Xpos[words[1].Tag] is "VBN" or "VBD")
                Set(words, tags, i, PartOfSpeech.Noun, "NN");
            else if (i > 0 && !verb && fine is not ("VBD" or "VBN" or "VB" or "VBP") && lowers[i] is "rose" or "fell" or "beat" or "sank" or "led" or "won" or "struck" or "fled" or "met" or "saw"
                && tags.Upos[words[i - 1].Tag] is PartOfSpeech.Noun or PartOfSpeech.Propn && !VerbFollows(words, tags, lowers, i + 1))
                Set(words, tags, i, PartOfSpeech.Verb, "VBD");
            else if (fine == "VBN" && !verb && i > 0 && SubjectOnly(words, tags, lowers, i) && !GoesOn(words, tags, lowers, i + 1))
                Set(words, tags, i, PartOfSpeech.Verb, "VBD");
            verb |= tags.Xpos[words[i].Tag] is "VBD" or "VBZ" or "VBP" or "MD";
            if (lowers[i] == ";")
                verb = false;
        }
    }

    /// <summary>"…, figures seen by the Post show": behind the last comma, or where the saying is read by itself, a plural begins, and no other verb of its own stands before the word.</summary>
    private static bool EndsSaying(WordBuffer words, TagSet tags, IReadOnlyList<string> lowers, int last)
    {
        int comma = last;
        while (comma >= 0 && lowers[comma] != ",")
            comma--;
        int first = comma + 1;
        while (first < last && tags.Upos[words[first].Tag] is PartOfSpeech.Adj or PartOfSpeech.Det)
            first++;
        // "seen by" is a participle, whatever tag it got.
        return tags.Xpos[words[first].Tag] == "NNS" && !Enumerable.Range(first, last - first).Any(i => tags.Xpos[words[i].Tag] is "VBD" or "VBZ" or "VBP" or "MD" && lowers[i + 1] != "by");
    }

    /// <summary>"…, Valley Today reports": between the comma and the word nothing but a name.</summary>
    private static bool NameOnly(WordBuffer words, TagSet tags, IReadOnlyList<string> lowers, int last)
    {
        int first = last;
        while (first > 0 && lowers[first - 1] != "," && words[first - 1].Capital)
            first--;
        return first > 0 && first < last && lowers[first - 1] == "," && tags.Upos[words[first].Tag] == PartOfSpeech.Propn;
    }

    private static bool VerbFollows(WordBuffer words, TagSet tags, IReadOnlyList<string> lowers, int from)
    {
        for (int i = from; i < lowers.Count && lowers[i] is not (";" or ","); i++)
            if (tags.Xpos[words[i].Tag] is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        return false;
    }

    /// <summary>Whether nothing but one nominal stands before the word, back to the sentence's start or a semicolon.</summary>
    private static bool SubjectOnly(WordBuffer words, TagSet tags, IReadOnlyList<string> lowers, int verb)
    {
        for (int i = verb - 1; i >= 0 && lowers[i] is not (";" or "“" or "\""); i--)
            if (tags.Upos[words[i].Tag] is not (PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Adp or PartOfSpeech.Part
                or PartOfSpeech.Pron or PartOfSpeech.Adv or PartOfSpeech.Sym or PartOfSpeech.Cconj))
                return false;
        return tags.Upos[words[verb - 1].Tag] is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Adv or PartOfSpeech.Num;
    }

    /// <summary>Whether a finite verb of the same subject follows ("miners trapped since Monday were found"), so that the participle is one.</summary>
    private static bool GoesOn(WordBuffer words, TagSet tags, IReadOnlyList<string> lowers, int from)
    {
        bool nominal = false, joined = false;
        for (int i = from; i < lowers.Count; i++)
        {
            if (lowers[i] is "that" or ";" or "when" or "after" or "because" or "while" or "who" or "which" or ":")
                return false;
            if (tags.Xpos[words[i].Tag] is "VBD" or "VBZ" or "VBP" or "MD")
                return !(joined && nominal);
            if (lowers[i] is "and" or "but" or ",")
                (joined, nominal) = (true, false);
            nominal |= tags.Upos[words[i].Tag] is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Pron;
        }
        return false;
    }

    private static void Set(WordBuffer words, TagSet tags, int i, PartOfSpeech upos, string xpos)
    {
        for (int tag = 0; tag < tags.Xpos.Length; tag++)
            if (tags.Upos[tag] == upos && tags.Xpos[tag] == xpos)
            {
                words.SetTag(i, tag, tags.UposHash(tag), tags.XposHash(tag));
                return;
            }
    }
}
