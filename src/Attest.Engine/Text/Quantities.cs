using System.Collections.Immutable;
using Attest.Engine.Text.Figures;
using Attest.Engine.Text.Moments;

namespace Attest.Engine.Text;

/// <summary>
/// Finds the quantities of a sentence. In order:
/// <list type="number">
/// <item>cut the sentence into pieces finer than tokens (<see cref="Pieces"/>) and leave out what names a time;</item>
/// <item>read number, scale, currency, percent, measure and range (<see cref="AmountReader"/>);</item>
/// <item>drop what names, dates or dials by its shape (<see cref="NotACount"/>);</item>
/// <item>find the counted noun, by the words first and the syntax second (<see cref="CountedNoun"/>), and drop what the noun shows to be no count;</item>
/// <item>take in the bound words around it (<see cref="BoundPhrases"/>);</item>
/// <item>pair it with the older figure that the sentence gives (<see cref="PreviousFigure"/>).</item>
/// </list>
/// Never throws on any text; linear in its length.
/// </summary>
public static class Quantities
{
    /// <summary>The quantities that a sentence states, in order. Ordinals, dates, ages, labels and scores are none.</summary>
    /// <param name="text">The text that the sentence's spans refer to.</param>
    /// <param name="sentence">The sentence.</param>
    public static ImmutableArray<Quantity> Find(string text, Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentence);
        ImmutableArray<Piece> pieces = Pieces.Of(text, sentence);
        bool[] time = MomentReader.Covered(pieces, sentence);
        var figures = new List<Figure>();
        for (int at = 0; at < pieces.Length;)
        {
            if (time[at] || AmountReader.At(pieces, at) is not { } amount || AnyTime(time, amount))
            {
                at += time[at] ? 1 : SkipOf(pieces, at);
                continue;
            }
            amount = PreviousFigure.Settle(sentence, pieces, amount);
            if (amount.Unit is null && NotACount.ScoreEnd(pieces, amount.Number) is > 0 and int past)
            {
                at = past;
                continue;
            }
            if (Figure(text, sentence, pieces, amount, time) is { } figure)
                figures.Add(figure);
            at = amount.End;
        }
        MarkWholes(pieces, figures);
        return [.. PreviousFigure.Pair(sentence, pieces, figures).Select(f => f.Quantity)];
    }

    /// <summary>Whether two units are the same: spellings of one measure, persons and people, or a count whose noun is not said.</summary>
    public static bool SameUnit(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return Units.AreSame(a, b);
    }

    /// <summary>
    /// Whether two figures of the same unit cannot both hold (R9, R10): "at least 12" and 15 can, 12 and 15 cannot, "about 12"
    /// holds within 10 %. Says nothing about subject, scope and time.
    /// </summary>
    public static bool Conflict(Quantity a, Quantity b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return FiguresConflict.Between(a, b);
    }

    // An ordinal's parts ("twenty-first") hold no number of their own.
    private static int SkipOf(ImmutableArray<Piece> pieces, int at) =>
        NumberWords.Tens.ContainsKey(pieces[at].Lower) && at + 2 < pieces.Length && pieces[at + 1].IsHyphen ? 3 : 1;

    private static bool AnyTime(bool[] time, Amount amount)
    {
        for (int i = amount.First; i < amount.End; i++)
            if (time[i])
                return true;
        return false;
    }

    private static Figure? Figure(string text, Sentence sentence, ImmutableArray<Piece> pieces, Amount amount, bool[] time)
    {
        bool measured = amount.Unit is not null;
        Numeral whole = amount.Number with { First = amount.First, End = amount.End };
        if (!measured && NotACount.ByShape(pieces, whole))
            return null;
        var before = BoundPhrases.Before(pieces, amount.First);
        var after = BoundPhrases.After(pieces, amount.End);
        int end = after?.End ?? amount.End;
        int numberToken = Math.Max(0, pieces[amount.First].Token);
        bool magnitude = amount.First > 0 && !measured && IsMagnitude(pieces, amount.First);
        Counted counted = measured || magnitude
            ? new(amount.Unit ?? "magnitude", Math.Max(0, pieces[amount.End - 1].Token), end, -1, false)
            : CountedNoun.After(sentence, pieces, amount.First, end, i => time[i]);
        if (counted.Unit.Length == 0)
            counted = NumberOf(sentence, pieces, amount.First, counted, time);
        if (!measured && !magnitude && NotACount.InContext(sentence, pieces, whole, counted, before is not null))
            return null;
        // "over three days" lasts; "more than three days" exceeds.
        if (before is { IsOver: true } && Measures.IsTime(counted.Unit))
            before = null;
        after ??= counted.End > amount.End ? BoundPhrases.After(pieces, counted.End) : null;
        Bound bound = before?.Bound ?? after?.Bound ?? (amount.Number.IsVague ? Bound.About : Bound.Exactly);
        int first = before?.First ?? amount.First;
        int past = after is { } trailing && trailing.End > amount.End && trailing.End <= end ? trailing.End : amount.End;
        var quantity = new Quantity(
            new(pieces[first].Start, pieces[past - 1].End), amount.Value, amount.Upper, counted.Unit, bound,
            counted.Unit.Length == 0 && counted.Head < 0 ? numberToken : counted.Head, amount.Older, text[pieces[amount.First].Start..pieces[amount.End - 1].End])
        {
            Of = OfWhat(sentence, pieces, counted, time),
            IsChange = PreviousFigure.IsChange(sentence, pieces, first, counted.End),
            Whole = counted.Whole >= 0 ? NumeralReader.At(pieces, counted.Whole)?.Value : null,
        };
        return new(first, amount.First, past, quantity);
    }

    /// <summary>"the number of cases climbed to 1,043": a figure without a noun behind a verb counts what the subject is a number of.</summary>
    private static Counted NumberOf(Sentence sentence, ImmutableArray<Piece> pieces, int at, Counted none, bool[] time)
    {
        if (at == 0 || pieces[at - 1].Lower is not ("to" or "at" or "is" or "was" or "exceeded" or "reached" or "topped" or "than"))
            return none;
        for (int i = at - 3; i >= Math.Max(0, at - 16); i--)
            if (pieces[i].Is("number") && pieces[i + 1].Is("of"))
                return CountedNoun.After(sentence, pieces, i + 1, i + 2, p => time[p]) is { Unit.Length: > 0 } of ? none with { Unit = of.Unit, Head = of.Head } : none;
        return none;
    }

    /// <summary>"magnitude 7.1", "a magnitude of 7.1".</summary>
    private static bool IsMagnitude(ImmutableArray<Piece> pieces, int at)
    {
        int before = at - 1;
        if (pieces[before].IsHyphen && pieces[before].Glued || pieces[before].Is("of"))
            before--;
        return before >= 0 && pieces[before].Is("magnitude");
    }

    /// <summary>The noun behind "of": "voter" in "4 percent of the voters".</summary>
    private static string OfWhat(Sentence sentence, ImmutableArray<Piece> pieces, Counted counted, bool[] time)
    {
        if (counted.Unit.Length == 0 || counted.End >= pieces.Length || !pieces[counted.End].Is("of"))
            return "";
        Counted of = CountedNoun.After(sentence, pieces, counted.End, counted.End, i => time[i]);
        return of.Unit;
    }

    /// <summary>Marks the 13 of "twelve of the 13 miners" as the whole that the twelve are counted out of.</summary>
    private static void MarkWholes(ImmutableArray<Piece> pieces, List<Figure> figures)
    {
        for (int i = 0; i + 1 < figures.Count; i++)
            if (figures[i].Quantity.Whole is decimal whole && figures[i + 1].Quantity.Value == whole && figures[i + 1].Number - figures[i].End <= 5)
                figures[i + 1] = figures[i + 1] with { Quantity = figures[i + 1].Quantity with { IsWhole = true } };
    }
}
