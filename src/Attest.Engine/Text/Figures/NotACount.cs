using System.Collections.Immutable;

namespace Attest.Engine.Text.Figures;

/// <summary>Whether a number names, dates or dials instead of counting: labels, years, ages, telephone numbers, addresses, scores, list marks.</summary>
internal static class NotACount
{
    private static readonly HashSet<string> Streets =
        ["street", "st", "road", "rd", "avenue", "ave", "lane", "drive", "boulevard", "blvd", "square", "terrace", "way", "place", "court", "highway"];

    /// <summary>Decides from the characters around the number alone, before its noun is looked for.</summary>
    public static bool ByShape(ImmutableArray<Piece> pieces, Numeral numeral)
    {
        int before = numeral.First - 1, after = numeral.End;
        if (after < pieces.Length && pieces[after].Glued)
        {
            // "3D", "20s", "737s"; "48k" was read before
            if (pieces[after].Kind == PieceKind.Word && !pieces[after].Is("'s") && numeral.InDigits)
                return true;
            // "24/7", "9/11", "14:20", "555-1234", "51-49"
            if (after + 1 < pieces.Length && pieces[after + 1].Glued && numeral.InDigits
                && (pieces[after].Lower is "/" or ":" || pieces[after].IsHyphen) && pieces[after + 1].Kind == PieceKind.Number)
                return true;
            if (pieces[after].Is(")") && before < 0)
                return true;
        }
        if (before < 0)
            // "1. Wash your hands"
            return numeral.InDigits && after < pieces.Length && pieces[after].Is(".");
        if (pieces[numeral.First].Glued && numeral.InDigits)
        {
            Piece sign = pieces[before];
            if (sign.Lower is "/" or ":" or "." or "_" && before > 0 && sign.Glued || sign.Is("#"))
                return true;
            // "in '16"
            if (sign.Lower is "'" or "’" or "‘" && pieces[numeral.First].Lower.Length == 2 && !(after < pieces.Length && pieces[after].Glued && pieces[after].Lower is "'" or "’"))
                return true;
            // "Covid-19", "F-16", "under-21", "2026-118"; magnitudes are measured
            if (sign.IsHyphen && sign.Glued && before > 0 && !pieces[before - 1].Is("magnitude"))
                return true;
            if (sign.Kind == PieceKind.Word)
                return true;
        }
        if (IsListedAge(pieces, before))
            return true;
        // "at the age of 61"
        if (before > 0 && pieces[before].Is("of") && pieces[before - 1].Is("age"))
            return true;
        return pieces[before].Lower is "no" or "nos" or "number" or "#" or "top" or "aged" or "age" or "ages" && (numeral.InDigits || !pieces[before].Is("no"));
    }

    /// <summary>"aged 19, 24 and 31": what stands in one list with an age.</summary>
    private static bool IsListedAge(ImmutableArray<Piece> pieces, int before)
    {
        int at = before;
        while (at > 0 && before - at < 12 && (pieces[at].Lower is "," or "and" or "or" || pieces[at].IsPlainInteger && pieces[at].Value < 120))
            at--;
        return at < before && pieces[at].Lower is "aged" or "ages" && pieces[at + 1].Kind == PieceKind.Number;
    }

    /// <summary>The piece after a score that begins here ("5 to 4", "4-to-4", "7-2"): what goes down in one breath is no range; 0 where none does.</summary>
    public static int ScoreEnd(ImmutableArray<Piece> pieces, Numeral numeral)
    {
        int join = numeral.End;
        bool tied = join + 2 < pieces.Length && pieces[join].IsHyphen && pieces[join + 1].Is("to") && pieces[join + 2].IsHyphen;
        int next = tied ? join + 3 : join + 1;
        bool from = numeral.First > 0 && pieces[numeral.First - 1].Is("from");
        bool joined = tied || join < pieces.Length && !from && (pieces[join].Is("to") || pieces[join].IsHyphen && pieces[join].Glued);
        if (!joined || next >= pieces.Length || NumeralReader.At(pieces, next) is not { IsVague: false } other)
            return 0;
        bool money = other.End < pieces.Length && pieces[other.End].Lower is "percent" or "%";
        return tied || other.Value <= numeral.Value && other.Scale == numeral.Scale && !money ? other.End : 0;
    }

    /// <summary>Decides with the counted noun known.</summary>
    public static bool InContext(Sentence sentence, ImmutableArray<Piece> pieces, Numeral numeral, Counted counted, bool bounded)
    {
        if (counted.IsAge)
            return true;
        bool counts = counted.Unit.Length > 0 || counted.End > numeral.End;
        return IsYear(pieces, numeral, counted, bounded)
            || !counts && (IsLabel(sentence, pieces, numeral) || IsAge(sentence, pieces, numeral))
            || IsAddress(pieces, numeral)
            || IsPartOfName(sentence, pieces, numeral, counts)
            || !counts && pieces[numeral.First].Lower is "one" or "two" && numeral.First > 0 && pieces[numeral.First - 1].Is("or")
            || IsIdleOne(sentence, pieces, numeral, counted);
    }

    private static bool IsYear(ImmutableArray<Piece> pieces, Numeral numeral, Counted counted, bool bounded)
    {
        Piece piece = pieces[numeral.First];
        if (!numeral.InDigits || numeral.Scale != 1 || numeral.End != numeral.First + 1 || !piece.IsPlainInteger || piece.End - piece.Start != 4)
            return false;
        string before = numeral.First > 0 ? pieces[numeral.First - 1].Lower : "";
        bool introduced = before is "in" or "since" or "by" or "from" or "until" or "till" or "of" or "before" or "after" or "during" or "circa" or "year" or "early" or "late" or "the" or "mid";
        return piece.Value is >= 1900 and < 2100 && !bounded && !(counted.Unit is "people" && !introduced) || piece.Value is >= 1000 and < 1900 && introduced && counted.Unit.Length == 0;
    }

    /// <summary>"Flight 370", "phase two", "Route 66": a name or a singular noun right before, and nothing counted behind.</summary>
    private static bool IsLabel(Sentence sentence, ImmutableArray<Piece> pieces, Numeral numeral)
    {
        if (numeral.First == 0)
            return false;
        int at = numeral.First - 1;
        // "berths 4 and 5": what follows a label in one list is one.
        while (at > 1 && pieces[at].Lower is "," or "and" or "or" or "to" && pieces[at - 1].IsPlainInteger)
            at -= 2;
        bool listed = at < numeral.First - 1;
        Piece before = pieces[at];
        if (before.Token < 0 || before.Kind != PieceKind.Word)
            return false;
        Token token = sentence.Tokens[before.Token];
        if (token.Tag == PartOfSpeech.Noun && token.FineTag == "NNS" && numeral.InDigits && numeral.Value < 100 && (listed || IsFirstOfList(pieces, numeral)))
            return true;
        if (listed)
            return false;
        return token.Tag == PartOfSpeech.Propn && (numeral.InDigits || token.BaseRelation is not "nsubj")
            || token.Tag == PartOfSpeech.Noun && token.FineTag == "NN";
    }

    private static bool IsFirstOfList(ImmutableArray<Piece> pieces, Numeral numeral) =>
        numeral.End + 1 < pieces.Length && pieces[numeral.End].Lower is "," or "and" or "or" or "to" && pieces[numeral.End + 1].IsPlainInteger;

    /// <summary>"Una Marr, 45, said", "Marr (45)", "she was 71": a small number that stands to a person.</summary>
    private static bool IsAge(Sentence sentence, ImmutableArray<Piece> pieces, Numeral numeral)
    {
        int first = numeral.First;
        if (first >= 2 && numeral.Value < 120 && pieces[first - 1].Lower is "was" or "is" or "turned" or "turns" && pieces[first - 2].Lower is "he" or "she" or "who")
            return true;
        if (first < 2 || numeral.Value >= 120 || !pieces[first - 1].Is(",") && !pieces[first - 1].Is("(") || pieces[first - 2].Token < 0)
            return false;
        bool closed = numeral.End >= pieces.Length || pieces[numeral.End].Lower is "," or "." or ")" or ";" or "and" or "of" or "from";
        return closed && sentence.Tokens[pieces[first - 2].Token].Tag == PartOfSpeech.Propn;
    }

    private static bool IsAddress(ImmutableArray<Piece> pieces, Numeral numeral)
    {
        if (!numeral.InDigits)
            return false;
        for (int i = numeral.End; i < Math.Min(pieces.Length, numeral.End + 4) && pieces[i].Capital; i++)
            if (i > numeral.End && Streets.Contains(pieces[i].Lower))
                return true;
        return false;
    }

    /// <summary>"Public Radio 8", "the Big Four": inside a proper name.</summary>
    private static bool IsPartOfName(Sentence sentence, ImmutableArray<Piece> pieces, Numeral numeral, bool counts)
    {
        Piece piece = pieces[numeral.First];
        if (sentence.Names.Any(n => n.Span.Start < piece.Start && piece.Start < n.Span.End))
            return true;
        // A capital within a sentence that is not all capitals is a name's.
        return !counts && piece.Capital && numeral.First > 0 && piece.Token > 0 && sentence.Tokens[piece.Token].Tag == PartOfSpeech.Propn;
    }

    /// <summary>"One" that counts nothing: "one day", "the one", "no one", "one of the best", "one another", "one must".</summary>
    private static bool IsIdleOne(Sentence sentence, ImmutableArray<Piece> pieces, Numeral numeral, Counted counted)
    {
        if (!pieces[numeral.First].Is("one") || numeral.End != numeral.First + 1)
            return false;
        string before = numeral.First > 0 ? pieces[numeral.First - 1].Lower : "";
        string after = numeral.End < pieces.Length ? pieces[numeral.End].Lower : "";
        if (before is "the" or "no" or "any" or "every" or "each" or "a" or "another" or "first" or "next" or "last"
            || before is "this" or "that" or "which" or "some" && counted.Unit.Length == 0
            || pieces[numeral.First].Glued && numeral.First > 0 && pieces[numeral.First - 1].IsHyphen)
            return true;
        if (after is "another" or "day" or "thing" or "way" or "point" or "can" or "must" or "should" or "could" or "would" or "might" or "may" or "by" or "hand" or "side" or "-" or "'s"
            || numeral.End < pieces.Length && pieces[numeral.End].IsHyphen)
            return true;
        if (after is "of")
            for (int i = numeral.End; i < Math.Min(pieces.Length, numeral.End + 5); i++)
                if (pieces[i].Token >= 0 && (sentence.Tokens[pieces[i].Token].FineTag is "JJS" or "RBS" || pieces[i].Lower is "few" or "those" or "my" or "our" or "last" or "first"))
                    return true;
        // "a tactical one", "from one with a past"
        if (before is "for" && counted.Unit.Length == 0 || before is "in" && numeral.First > 1 && pieces[numeral.First - 2].Is("all"))
            return true;
        if (counted.Unit.Length == 0 && numeral.First > 0 && pieces[numeral.First - 1].Token >= 0 && sentence.Tokens[pieces[numeral.First - 1].Token].Tag is PartOfSpeech.Adj)
            return true;
        int token = pieces[numeral.First].Token;
        return counted.Unit.Length == 0 && token >= 0 && sentence.Tokens[token].Tag == PartOfSpeech.Pron && before is not "only";
    }
}
