using System.Collections.Immutable;

namespace Attest.Engine.Text.Figures;

/// <summary>Currencies by sign, code and name. A bare "$" is the US dollar.</summary>
internal static class Currencies
{
    private static readonly Dictionary<string, string> Signs = Lookup.Of<string>(
        ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"), ("₽", "RUB"), ("₩", "KRW"), ("₪", "ILS"), ("₺", "TRY"),
        ("₴", "UAH"), ("₦", "NGN"), ("฿", "THB"));

    // What may stand before a dollar sign.
    private static readonly Dictionary<string, string> Dollars = Lookup.Of<string>(
        ("us", "USD"), ("c", "CAD"), ("ca", "CAD"), ("can", "CAD"), ("a", "AUD"), ("au", "AUD"), ("aus", "AUD"), ("nz", "NZD"),
        ("hk", "HKD"), ("s", "SGD"), ("r", "BRL"), ("nt", "TWD"), ("american", "USD"), ("canadian", "CAD"), ("australian", "AUD"));

    private static readonly HashSet<string> Codes =
        ["usd", "eur", "gbp", "jpy", "cny", "rmb", "inr", "rub", "krw", "ils", "try", "uah", "chf", "cad", "aud", "nzd", "hkd", "sgd", "brl", "mxn", "zar", "sek", "nok", "dkk", "pln"];

    private static readonly Dictionary<string, string> Names = Lookup.Of<string>(
        ("dollar", "USD"), ("euro", "EUR"), ("yen", "JPY"), ("yuan", "CNY"), ("renminbi", "CNY"), ("rupee", "INR"), ("rouble", "RUB"),
        ("ruble", "RUB"), ("shekel", "ILS"), ("hryvnia", "UAH"), ("naira", "NGN"), ("zloty", "PLN"), ("franc", "CHF"), ("sterling", "GBP"));

    /// <summary>The currency that stands before an amount and the piece after it; ("", at) where none does.</summary>
    public static (string Code, int End) Before(ImmutableArray<Piece> pieces, int at)
    {
        if (Signs.TryGetValue(pieces[at].Lower, out string? sign) && Followed(pieces, at + 1))
            return (sign, at + 1);
        if (at + 2 < pieces.Length && pieces[at].Capital && pieces[at + 1].Is("$") && pieces[at + 1].Glued && Followed(pieces, at + 2)
            && Dollars.TryGetValue(pieces[at].Lower, out string? dollar))
            return (dollar, at + 2);
        return pieces[at].Capital && pieces[at].End - pieces[at].Start == 3 && Codes.Contains(pieces[at].Lower) && Followed(pieces, at + 1)
            ? (pieces[at].Lower.ToUpperInvariant(), at + 1)
            : ("", at);
    }

    /// <summary>The currency that stands after a number and the piece after it; ("", at) where none does.</summary>
    /// <param name="pieces">The sentence.</param>
    /// <param name="at">The piece after the number.</param>
    /// <param name="scaled">Whether the number bears a scale ("12 million pounds"): without, pounds may be a weight.</param>
    public static (string Code, int End) After(ImmutableArray<Piece> pieces, int at, bool scaled)
    {
        if (at >= pieces.Length)
            return ("", at);
        int word = pieces[at].IsHyphen && pieces[at].Glued && at + 1 < pieces.Length && pieces[at + 1].Glued ? at + 1 : at;
        string lower = pieces[word].Lower;
        if (word == at && Signs.TryGetValue(lower, out string? sign) && pieces[at].Glued)
            return (sign, at + 1);
        if (pieces[word].Capital && word + 1 < pieces.Length && pieces[word + 1].Lower is "dollar" or "dollars" && Dollars.TryGetValue(lower, out string? dollar))
            return (dollar, word + 2);
        if (pieces[word].Capital && pieces[word].End - pieces[word].Start == 3 && Codes.Contains(lower))
            return (lower.ToUpperInvariant(), word + 1);
        if (Names.TryGetValue(lower, out string? name) || lower.EndsWith('s') && Names.TryGetValue(lower[..^1], out name))
            return (name, word + 1);
        if (lower is "pound" or "pounds" && (scaled || word + 1 < pieces.Length && pieces[word + 1].Is("sterling")))
            return ("GBP", word + 1 < pieces.Length && pieces[word + 1].Is("sterling") ? word + 2 : word + 1);
        return lower is "won" && scaled ? ("KRW", word + 1) : ("", at);
    }

    private static bool Followed(ImmutableArray<Piece> pieces, int at) => at < pieces.Length && pieces[at].Kind == PieceKind.Number;
}
