using System.Collections.Immutable;

namespace Attest.Engine.Text.Figures;

/// <summary>
/// Pairs a figure with the older one that the sentence gives: "15, up from 12", "from 12 to 15", "to 15 from 12". The older
/// figure then is no quantity of its own.
/// </summary>
internal static class PreviousFigure
{
    private static readonly HashSet<string> ChangeVerbs =
    [
        "rise", "fall", "increase", "decrease", "drop", "climb", "jump", "grow", "shrink", "decline", "gain", "lose", "slip", "surge", "soar", "plunge", "tumble",
        "slump", "dip", "edge", "revise", "raise", "lower", "cut", "reduce", "go", "change", "update", "correct", "swell", "slide", "sink", "leap", "spike", "up", "down",
        "upgrade", "downgrade", "narrow", "widen", "trim", "boost", "hike", "upped", "put", "bring", "move", "shift", "ease", "rally", "expand", "slash", "climbed",
    ];

    // What rises by itself: "raised $6 million" and "moved 20 blocks" are no changes of a figure.
    private static readonly HashSet<string> Movements =
    [
        "rise", "fall", "increase", "decrease", "drop", "climb", "jump", "grow", "shrink", "decline", "slip", "surge", "soar", "plunge", "tumble", "slump", "dip", "slide",
        "sink", "leap", "spike", "up", "down", "ease",
    ];

    private static readonly HashSet<string> ChangeNouns =
        ["rise", "fall", "increase", "decrease", "drop", "jump", "decline", "gain", "surge", "plunge", "slump", "cut", "reduction", "hike", "dip", "spike", "growth", "raise", "swing", "boost"];

    // Words between a figure and the older one, nouns and adverbs apart.
    private const int Reach = 20;

    /// <summary>The figures with the older ones taken in, in order.</summary>
    public static List<Figure> Pair(Sentence sentence, ImmutableArray<Piece> pieces, List<Figure> figures)
    {
        var kept = new List<Figure>();
        for (int i = 0; i < figures.Count; i++)
        {
            Figure a = figures[i];
            Figure? b = i + 1 < figures.Count ? figures[i + 1] : null;
            if (b is not null && b.First - a.End <= Reach && Alike(a.Quantity, b.Quantity))
            {
                if (FromTo(sentence, pieces, a, b))
                {
                    kept.Add(b with { Quantity = b.Quantity with { Previous = a.Quantity.Value, Unit = b.Quantity.Unit.Length > 0 ? b.Quantity.Unit : a.Quantity.Unit } });
                    i++;
                    continue;
                }
                if (Since(pieces, a, b))
                {
                    kept.Add(a with { Quantity = a.Quantity with { Previous = b.Quantity.Value, Unit = a.Quantity.Unit.Length > 0 ? a.Quantity.Unit : b.Quantity.Unit } });
                    i++;
                    continue;
                }
            }
            kept.Add(a);
        }
        return kept;
    }

    /// <summary>Whether the figure says by how much something changed: "fell four percent", "up by 12", "a 4 percent rise".</summary>
    public static bool IsChange(Sentence sentence, ImmutableArray<Piece> pieces, int first, int end)
    {
        int before = first - 1;
        if (before >= 0 && pieces[before].Is("by"))
            return before > 0 && IsVerbOf(ChangeVerbs, sentence, pieces, before - 1);
        if (before >= 0 && IsVerbOf(Movements, sentence, pieces, before))
            return true;
        for (int i = end; i < Math.Min(pieces.Length, end + 3); i++)
        {
            if (ChangeNouns.Contains(pieces[i].Lower))
                return true;
            if (pieces[i].Token < 0 || sentence.Tokens[pieces[i].Token].Tag is not PartOfSpeech.Adj and not PartOfSpeech.Noun)
                break;
        }
        return false;
    }

    /// <summary>Tells of "from 12 to 15" whether it is a range or a change; of a change the second figure is the amount, the first the older one.</summary>
    public static Amount Settle(Sentence sentence, ImmutableArray<Piece> pieces, Amount amount)
    {
        if (amount.Later < 0 || amount.Upper is not decimal upper || amount.Value < upper && !HasChangeBefore(sentence, pieces, amount.First - 1))
            return amount;
        return amount with { First = amount.Later, Value = upper, Upper = null, Older = amount.Value, Later = -1 };
    }

    private static bool HasChangeBefore(Sentence sentence, ImmutableArray<Piece> pieces, int from)
    {
        for (int i = from - 1; i >= Math.Max(0, from - 5); i--)
            if (IsVerbOf(ChangeVerbs, sentence, pieces, i) || ChangeNouns.Contains(pieces[i].Lower))
                return true;
        return false;
    }

    private static bool IsVerbOf(HashSet<string> verbs, Sentence sentence, ImmutableArray<Piece> pieces, int at)
    {
        if (at >= 1 && pieces[at].Token >= 0 && sentence.Tokens[pieces[at].Token].Tag == PartOfSpeech.Adv && pieces[at].Lower is not ("up" or "down"))
            at--;
        return pieces[at].Kind == PieceKind.Word
            && (verbs.Contains(pieces[at].Lower) || pieces[at].Token >= 0 && verbs.Contains(sentence.Tokens[pieces[at].Token].Lemma)
                && sentence.Tokens[pieces[at].Token].Tag is PartOfSpeech.Verb);
    }

    // A share does not replace a count, money does not replace people.
    private static bool Alike(Quantity a, Quantity b) => a.Unit.Length == 0 || b.Unit.Length == 0 || Units.AreSame(a.Unit, b.Unit);

    /// <summary>"from 12 to 15": an older figure first, where something changed or where it falls (upwards without change it is a range).</summary>
    private static bool FromTo(Sentence sentence, ImmutableArray<Piece> pieces, Figure a, Figure b)
    {
        if (a.First == 0 || !pieces[a.First - 1].Is("from") || !pieces[b.First - 1].Is("to"))
            return false;
        return a.Quantity.Value > b.Quantity.Value || HasChangeBefore(sentence, pieces, a.First - 1);
    }

    /// <summary>"15, up from 12", "to 15 from 12", "15, compared with 12", "15 instead of 12", "15, not 12".</summary>
    private static bool Since(ImmutableArray<Piece> pieces, Figure a, Figure b)
    {
        int last = b.First - 1;
        if (last < a.End)
            return false;
        string word = pieces[last].Lower;
        string before = last > a.End - 1 && last > 0 ? pieces[last - 1].Lower : "";
        if (word is "from")
            return before is "up" or "down" or "rise" or "fall" or "increase" or "decrease" or "drop" or "increased" or "revised" or "raised" or "lowered" or "reduced" or "corrected" or "cut"
                || a.First > 0 && pieces[a.First - 1].Is("to") && NoVerbBetween(pieces, a.End, last);
        // "88, down from an earlier figure of 104"
        for (int i = last; i > Math.Max(a.End, last - 6); i--)
            if (pieces[i].Is("from") && pieces[i - 1].Lower is "up" or "down")
                return NoVerbBetween(pieces, i, last);
        return word is "not" || word is "with" or "to" && before is "compared" or "compares"
            || word is "of" && before is "instead"
            || word is "than" && before is "rather"
            || word is "against" or "versus" or "vs";
    }

    private static bool NoVerbBetween(ImmutableArray<Piece> pieces, int from, int to)
    {
        for (int i = from; i < to; i++)
            if (pieces[i].Lower is ";" or "." or "and" or "but" or "while")
                return false;
        return true;
    }
}
