namespace Attest.Web;

/// <summary>How a standing is shown: the group that gives shape and colour, and the word. Tokens are never shown.</summary>
internal static class Standings
{
    public const string Confirmed = "confirmed";
    public const string Unconfirmed = "unconfirmed";
    public const string Disputed = "disputed";
    public const string Refuted = "refuted";
    public const string Retracted = "retracted";
    public const string Revised = "revised";

    /// <summary>Shape and colour of a standing.</summary>
    public static string Group(string standing) => standing switch
    {
        "on-record" or "corroborated" => Confirmed,
        "disputed" => Disputed,
        "refuted" => Refuted,
        "retracted" or "corrected" => Retracted,
        "superseded" => Revised,
        _ => Unconfirmed,
    };

    /// <summary>The word of a standing, capitalised.</summary>
    public static string Word(string standing) => standing switch
    {
        "corrected" => "Corrected",
        "lapsed" => "Lapsed",
        _ => Group(standing) switch
        {
            Confirmed => "Confirmed",
            Disputed => "Disputed",
            Refuted => "Refuted",
            Retracted => "Retracted",
            Revised => "Out of date",
            _ => "Unconfirmed",
        },
    };

    /// <summary>The word in running text.</summary>
    public static string Lower(string standing) => Word(standing).ToLowerInvariant();

    /// <summary>The colour of a group on light paper, as the style sheet has it.</summary>
    public static int Colour(string group) => group switch
    {
        Confirmed => 0x0A6A52,
        Unconfirmed => 0x8A5A00,
        Disputed => 0x932F6C,
        Refuted => 0xA82A1B,
        _ => 0x566065,
    };

    /// <summary>What precisely a standing says, beyond its word; for the history.</summary>
    public static string Meaning(string standing) => standing switch
    {
        "on-record" => "Confirmed, on record",
        "corroborated" => "Confirmed by independent origins",
        "forecast" => "Unconfirmed, a forecast",
        "opinion" => "Unconfirmed, an opinion",
        "stated" => "Unconfirmed, stated by a party",
        "uncorroborated" => "Unconfirmed, too few origins",
        _ => Word(standing),
    };
}
