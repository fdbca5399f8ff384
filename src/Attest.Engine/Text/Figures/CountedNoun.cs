using System.Collections.Immutable;

namespace Attest.Engine.Text.Figures;

/// <summary>What a number counts.</summary>
/// <param name="Unit">Lemma of the counted noun; "" where none is said.</param>
/// <param name="Head">Its token; the number's where none is said.</param>
/// <param name="End">The piece after the counted noun; after the number where none is said.</param>
/// <param name="Whole">First piece of the whole that the count is taken out of ("of the 13 miners"); −1 where there is none.</param>
/// <param name="IsAge">Whether "old" or "of age" follows, or the compound describes ("three-sided"): then nothing is counted.</param>
internal sealed record Counted(string Unit, int Head, int End, int Whole, bool IsAge);

/// <summary>
/// Finds the counted noun: first by the words after the number (they are right even where the parser errs), then by the
/// syntax where the words give none.
/// </summary>
internal static class CountedNoun
{
    // A noun phrase with more words between its number and its noun is a parse error.
    private const int Reach = 8;

    /// <summary>What the number that ends before this piece counts.</summary>
    public static Counted After(Sentence sentence, ImmutableArray<Piece> pieces, int number, int end, Predicate<int> isTime)
    {
        int at = end;
        int whole = -1;
        int token = Math.Max(0, pieces[number].Token);
        if (Compound(sentence, pieces, at) is { } compound)
            return compound with { IsAge = compound.IsAge || IsAge(pieces, compound.End) };
        if (Partitive(pieces, at) is int partitive)
        {
            at = partitive;
            if (at < pieces.Length && NumeralReader.At(pieces, at) is { } of)
                (whole, at) = (at, of.End);
            if (at < pieces.Length && pieces[at].Lower is "them" or "us" or "whom" or "which" or "those" or "these" or "you")
                return new("", token, at + 1, whole, false);
        }
        if (at == end && at < pieces.Length && pieces[at].Is("strong"))
            return new("people", token, at + 1, -1, false);
        int noun = Walk(sentence, pieces, ref at, isTime);
        if (noun < 0 && at == end && BySyntax(sentence, pieces, number, end, isTime) is (int head, int past) && head >= 0)
            (noun, at) = (head, past);
        return noun < 0
            ? new("", token, whole >= 0 ? at : end, whole, IsAge(pieces, end))
            : new(Squared(sentence, noun) + Unit(sentence.Tokens[noun]), noun, at, whole, IsAge(pieces, at));
    }

    /// <summary>The unit that a counted noun's word gives: its lemma, "people" for persons, "" for "others".</summary>
    public static string Unit(Token token)
    {
        if (token.Lower is "others" or "other" or "ones" or "more" or "dead" or "injured" or "wounded" or "missing")
            return "";
        if (token.Lower is "person" or "persons" or "people")
            return "people";
        // Taggers leave the lemma of an unknown plural as it stands.
        string lemma = token.Lemma.Length > 0 ? token.Lemma : token.Lower;
        bool plural = token.FineTag is "NNS" or "NNPS" && string.Equals(lemma, token.Form, StringComparison.OrdinalIgnoreCase);
        return Measures.NameOf(plural ? Singular(lemma) : lemma);
    }

    private static string Squared(Sentence sentence, int noun) => noun > 0 && sentence.Tokens[noun - 1].Lower is "square" or "cubic" ? sentence.Tokens[noun - 1].Lower + " " : "";

    /// <summary>The usual singular of a plural in -s.</summary>
    public static string Singular(string word) =>
        word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1]
        : word;

    /// <summary>"13-member panel", "five-day strike": the unit is bound to the number by a hyphen.</summary>
    private static Counted? Compound(Sentence sentence, ImmutableArray<Piece> pieces, int at)
    {
        if (at + 1 >= pieces.Length || !pieces[at].IsHyphen || !pieces[at].Glued || !pieces[at + 1].Glued || pieces[at + 1].Kind != PieceKind.Word)
            return null;
        string word = pieces[at + 1].Lower;
        if (word is "odd" or "plus" or "ish" or "some")
            return null;
        int token = Math.Max(0, pieces[at + 1].Token);
        bool own = token < sentence.Tokens.Length && sentence.Tokens[token].Lower == word;
        // "three-dimensional", "two-sided" shape a thing, they count nothing.
        if (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("al", StringComparison.Ordinal) && word is not "hospital" and not "goal" and not "medal")
            return new("", token, at + 2, -1, true);
        string unit = word is "strong" ? "people" : own && sentence.Tokens[token].Tag is PartOfSpeech.Noun ? Unit(sentence.Tokens[token]) : Singular(word);
        return new(unit, token, at + 2, -1, false);
    }

    /// <summary>The piece after "of the", "out of the", "of its"; null where no "of" follows.</summary>
    private static int? Partitive(ImmutableArray<Piece> pieces, int at)
    {
        if (at < pieces.Length && pieces[at].Is("out"))
            at++;
        if (at >= pieces.Length || !pieces[at].Is("of"))
            return null;
        at++;
        while (at < pieces.Length && pieces[at].Lower is "the" or "these" or "those" or "its" or "his" or "her" or "their" or "our" or "my" or "your" or "all" or "some" or "about" or "around"
            or "past" or "last" or "first" or "next" or "top" or "more" or "than" or "at" or "least" or "a" or "an" or "estimated" or "over" or "nearly" or "almost")
        {
            if (pieces[at].Lower is "those" or "these" && (at + 1 >= pieces.Length || pieces[at + 1].Kind == PieceKind.Symbol || pieces[at + 1].Lower is "who" or "in" or "on" or "at"))
                return at;
            at++;
        }
        return at;
    }

    /// <summary>Walks over modifiers to the last noun of the noun phrase; −1 where there is none.</summary>
    private static int Walk(Sentence sentence, ImmutableArray<Piece> pieces, ref int at, Predicate<int> isTime)
    {
        int noun = -1, past = at;
        for (int i = at, steps = 0; i < pieces.Length && steps < Reach; i++, steps++)
        {
            int t = pieces[i].Token;
            if (t < 0 || isTime(i) || pieces[i].Is("'s"))
                break;
            Token token = sentence.Tokens[t];
            bool isNoun = token.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn;
            if (isNoun)
            {
                if (noun >= 0 && t != noun && EndsPhrase(sentence, noun, t))
                    break;
                (noun, past) = (t, i + 1);
                continue;
            }
            if (noun >= 0 && t == noun)
            {
                past = i + 1;
                continue;
            }
            if (noun >= 0 && !pieces[i].IsHyphen || !IsModifier(sentence, pieces, i, t))
                break;
        }
        if (noun < 0 || !IsPlausible(sentence, pieces, at, noun))
            return -1;
        at = past;
        return noun;
    }

    /// <summary>Whether a noun ends its phrase though another noun follows: "killed 12 people Tuesday", "five ships police seized".</summary>
    private static bool EndsPhrase(Sentence sentence, int noun, int next)
    {
        Token token = sentence.Tokens[noun];
        if (next > noun + 1 && sentence.Tokens[noun + 1].Tag == PartOfSpeech.Punct && sentence.Tokens[noun + 1].Form is not ("-" or "–"))
            return true;
        bool plural = token.FineTag is "NNS" or "NNPS";
        bool compound = token.Head >= next && token.Head < sentence.Tokens.Length && token.BaseRelation is "compound" or "nmod" or "amod" or "flat";
        return plural ? !compound : token.FineTag is "NN" && sentence.Tokens[next].Tag == PartOfSpeech.Propn && !compound;
    }

    private static bool IsModifier(Sentence sentence, ImmutableArray<Piece> pieces, int i, int t)
    {
        Token token = sentence.Tokens[t];
        if (pieces[i].IsHyphen && pieces[i].Glued || pieces[i].Lower is "\"" or "“" or "”" or "‘" or "’" or "'" && t + 1 < sentence.Tokens.Length)
            return true;
        if (pieces[i].Is(",") || pieces[i].Lower is "and" or "or")
            return t > 0 && t + 1 < sentence.Tokens.Length && sentence.Tokens[t - 1].Tag == PartOfSpeech.Adj && sentence.Tokens[t + 1].Tag == PartOfSpeech.Adj;
        return token.Tag switch
        {
            PartOfSpeech.Adj => true,
            PartOfSpeech.Adv => token.Head > t && token.Head <= t + 3,
            // A participle modifies where it stands before the noun it hangs on, or right before a plural.
            PartOfSpeech.Verb => token.FineTag is "VBN" or "VBG" or "VBD"
                && (token.BaseRelation is "amod" or "compound" && token.Head > t || token.FineTag is "VBG" or "VBN" && NextIsPlural(sentence, t)),
            _ => false,
        };
    }

    private static bool NextIsPlural(Sentence sentence, int t) => t + 1 < sentence.Tokens.Length && sentence.Tokens[t + 1].FineTag is "NNS";

    /// <summary>Numbers count plurals; a singular or a name after one is counted only where the syntax says so, or where the number is one.</summary>
    private static bool IsPlausible(Sentence sentence, ImmutableArray<Piece> pieces, int at, int noun)
    {
        Token token = sentence.Tokens[noun];
        if (token.FineTag is "NNS" or "NNPS")
            return true;
        if (at > 0 && pieces[at - 1].Lower is "one" or "1" or "a" || token.Lower is "people" or "aircraft" or "percent" or "troops" or "police" or "staff" or "crew")
            return true;
        int number = at > 0 ? pieces[at - 1].Token : -1;
        return number >= 0 && token.FineTag is "NN" && sentence.Tokens[number].Head == noun && sentence.Tokens[number].BaseRelation is "nummod";
    }

    /// <summary>The noun that the number hangs on, where it stands behind it without punctuation between.</summary>
    private static (int Noun, int Past) BySyntax(Sentence sentence, ImmutableArray<Piece> pieces, int number, int end, Predicate<int> isTime)
    {
        int token = pieces[end - 1].Token;
        if (token < 0)
            return (-1, end);
        Token numeral = sentence.Tokens[token];
        int head = numeral.Head;
        if (numeral.BaseRelation is not "nummod" || head <= token || head > token + Reach || head >= sentence.Tokens.Length)
            return (-1, end);
        if (sentence.Tokens[head].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || sentence.Tokens[head].FineTag is "NNP")
            return (-1, end);
        for (int i = end; i < pieces.Length && pieces[i].Token <= head; i++)
        {
            if (isTime(i) || pieces[i].Lower is "," or ";" or ":" or "." or "(" or ")")
                return (-1, end);
            if (pieces[i].Token == head)
                return (head, i + 1);
        }
        return (-1, end);
    }

    private static bool IsAge(ImmutableArray<Piece> pieces, int at)
    {
        int old = at < pieces.Length && pieces[at].IsHyphen && pieces[at].Glued ? at + 1 : at;
        return old < pieces.Length && old > 0 && pieces[old].Lower is "old" or "olds"
            || at + 1 < pieces.Length && pieces[at].Is("of") && pieces[at + 1].Is("age");
    }
}
