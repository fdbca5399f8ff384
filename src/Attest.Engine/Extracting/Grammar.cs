using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>What the stages of extraction ask of a sentence's syntax.</summary>
internal static class Grammar
{
    extension(Sentence s)
    {
        /// <summary>The first child with a relation (without subtype); −1 where there is none.</summary>
        public int Child(int head, string relation)
        {
            foreach (int c in s.Children(head))
                if (s.Tokens[c].BaseRelation == relation)
                    return c;
            return -1;
        }

        /// <summary>The first child with a relation, subtype included; −1 where there is none.</summary>
        public int ChildExactly(int head, string relation)
        {
            foreach (int c in s.Children(head))
                if (s.Tokens[c].Relation == relation)
                    return c;
            return -1;
        }

        /// <summary>Whether a word has a child written so.</summary>
        public bool HasChild(int head, string relation, string lower)
        {
            foreach (int c in s.Children(head))
                if (s.Tokens[c].BaseRelation == relation && s.Tokens[c].Lower == lower)
                    return true;
            return false;
        }

        /// <summary>The preposition of a nominal, with its fixed words ("because of"); empty where there is none.</summary>
        public string Preposition(int nominal)
        {
            int c = s.Child(nominal, "case");
            if (c < 0)
                return "";
            string text = s.Tokens[c].Lower;
            foreach (int f in s.Children(c))
                if (s.Tokens[f].BaseRelation == "fixed")
                    text += " " + s.Tokens[f].Lower;
            if (s.Tokens[c].BaseRelation == "case" && !text.Contains(' ', StringComparison.Ordinal))
                foreach (int d in s.Children(nominal))
                    if (d == c + 1 && s.Tokens[d].BaseRelation == "case")
                        text += " " + s.Tokens[d].Lower;
            return text;
        }

        /// <summary>The word's own subject, clausal ones left out; −1 where there is none.</summary>
        public int OwnSubject(int verb) => s.Child(verb, "nsubj");

        /// <summary>Whether a word hangs below another, or is it.</summary>
        public bool Below(int token, int head)
        {
            for (int i = token, steps = 0; i >= 0 && steps <= s.Tokens.Length; i = s.Tokens[i].Head, steps++)
                if (i == head)
                    return true;
            return false;
        }

        /// <summary>Whether the word heads a clause: a verb, or anything with a copula.</summary>
        public bool IsPredicate(int token) => s.Tokens[token].Tag == PartOfSpeech.Verb || s.Child(token, "cop") >= 0 || (s.Tokens[token].Tag == PartOfSpeech.Aux && s.OwnSubject(token) >= 0);

        /// <summary>Whether the verb is passive.</summary>
        public bool IsPassive(int verb) => s.ChildExactly(verb, "nsubj:pass") >= 0 || s.ChildExactly(verb, "aux:pass") >= 0;

        /// <summary>Whether the clause of a head says "not", "never" or "n't".</summary>
        public bool IsNegated(int head)
        {
            foreach (int c in s.Children(head))
                if (s.Tokens[c].Lower is "not" or "n't" or "n’t" or "never" or "neither" or "nor" || s.Tokens[c].Lemma is "not" && s.Tokens[c].Tag == PartOfSpeech.Part)
                    return true;
            return false;
        }

        /// <summary>Whether the verb carries tense: it, an auxiliary or its copula is finite.</summary>
        public bool IsFinite(int head)
        {
            if (s.Tokens[head].FineTag is "VBD" or "VBZ" or "VBP" or "MD" || s.IsInvariantPast(head))
                return true;
            foreach (int c in s.Children(head))
                if (s.Tokens[c].BaseRelation is "aux" or "cop" && s.Tokens[c].FineTag is "VBD" or "VBZ" or "VBP" or "MD")
                    return true;
            return false;
        }

        /// <summary>"The river burst its banks": a base form with a subject and nothing that would take one is a past that looks like it.</summary>
        private bool IsInvariantPast(int head)
        {
            if (s.Tokens[head].FineTag != "VB" || s.OwnSubject(head) < 0 || s.OwnSubject(head) > head || s.IsInfinitive(head))
                return false;
            return s.Tokens[head].BaseRelation is "root" or "parataxis" or "advcl" && !s.Children(head).Any(c => s.Tokens[c].BaseRelation is "aux" or "cop");
        }

        /// <summary>Whether the verb is an infinitive with "to".</summary>
        public bool IsInfinitive(int head) => s.HasChild(head, "mark", "to");

        /// <summary>Whether a word is punctuation.</summary>
        public bool IsPunctuation(int token) => s.Tokens[token].Tag == PartOfSpeech.Punct;
    }
}
