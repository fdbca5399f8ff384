using System.Collections.Frozen;

namespace Attest.Engine.Gathering.Dates;

/// <summary>Months by the beginnings of their names, as far as no two languages disagree.</summary>
internal static class MonthNames
{
    private const int Shortest = 3;

    // English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Greek, Hungarian.
    private static readonly string[] Beginnings =
    [
        "jan ene gen sty янв ιαν janv jän",
        "feb fev fév lut фев φεβ febr",
        "mar mär mae maa mrt мар μάρ μαρ márc mars",
        "apr abr avr avril kwi апр απρ ápr",
        "may mai mei mag maj май мая μάι μαϊ μαι máj",
        "jun juin giu cze июн ιούν ιον jún",
        "jul juil lug lip июл ιούλ ιολ júl",
        "aug aoû aou ago sie авг αύγ αυγ",
        "sep set sept wrz сен σεπ szept",
        "oct okt out ott paź окт οκτ",
        "nov lis ноя νοέ νοε",
        "dec dez déc dic gru дек δεκ",
    ];

    private static readonly FrozenDictionary<string, int> Months = Beginnings
        .SelectMany((names, month) => names.Split(' ').Select(name => (name, month: month + 1)))
        .DistinctBy(m => m.name)
        .ToFrozenDictionary(m => m.name, m => m.month, StringComparer.Ordinal);

    /// <summary>The month, 1 to 12, that a word names; null where it names none.</summary>
    public static int? Of(string word)
    {
        string name = word.ToLowerInvariant();
        // "juin" before "jui", "ιούν" before "ιού": longer beginnings tell more.
        for (int length = Math.Min(5, name.Length); length >= Shortest; length--)
            if (Months.TryGetValue(name[..length], out int month))
                return month;
        return null;
    }
}
