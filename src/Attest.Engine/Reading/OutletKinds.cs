using Attest.Engine.Model;

namespace Attest.Engine.Reading;

/// <summary>Reads the words for kinds of outlets, and what a name says of its outlet's kind.</summary>
public static class OutletKinds
{
    /// <summary>Reads a kind as input and tables write it ("newspaper"), in any case.</summary>
    public static bool TryRead(string? word, out OutletKind kind)
    {
        foreach (var candidate in Enum.GetValues<OutletKind>())
        {
            kind = candidate;
            if (string.Equals(candidate.Token(), word?.Trim(), StringComparison.OrdinalIgnoreCase))
                return true;
        }
        kind = OutletKind.Unknown;
        return false;
    }

    // What a name's last word says ("Anytown Police Department"), unless the word before it says otherwise ("press agency").
    private static readonly Dictionary<string, OutletKind> ByLastWord = Table(
        (OutletKind.Official, """
            administration agency assembly authority board bureau cabinet coastguard commission commissioner committee constabulary coroner council court
            department directorate embassy government governorate guard hospital inspectorate institute laboratory legislature mayor ministry municipality
            observatory office ombudsman parliament police president prosecutor regulator senate service sheriff treasury tribunal university
            """),
        (OutletKind.Company, "ag co company corp corporation gmbh group holdings inc incorporated limited llc ltd plc sa se spa"),
        (OutletKind.Agency, "newswire wire"),
        (OutletKind.Newspaper, """
            argus beacon bugle chronicle courier dispatch echo enquirer examiner express gazette globe guardian herald inquirer journal leader ledger magazine
            mail mercury messenger mirror newspaper observer post press record register sentinel standard star sun telegraph times tribune weekly
            """),
        (OutletKind.Broadcaster, "broadcasting channel fm radio television tv"),
        (OutletKind.Blog, "blog diary substack weblog"),
        (OutletKind.Factchecker, "factcheck factchecker factchecking"),
        (OutletKind.Aggregator, "aggregator digest roundup"));

    // What a name begins with, where "of" or "for" follows.
    private static readonly HashSet<string> OfficialBodies = new(StringComparer.Ordinal)
    {
        "administration", "agency", "authority", "bank", "board", "borough", "bureau", "city", "commission", "council", "county", "court", "department", "embassy",
        "government", "institute", "ministry", "municipality", "office", "parliament", "secretariat", "state", "supreme", "town", "university",
    };

    // Trades that call themselves agency, office, service, board, institute or group and are no authority.
    private static readonly HashSet<string> Trades = new(StringComparer.Ordinal)
    {
        "ad", "advertising", "creative", "delivery", "design", "dating", "employment", "escort", "estate", "insurance", "job", "marketing", "media", "model",
        "modeling", "modelling", "recruitment", "staffing", "streaming", "talent", "ticket", "travel",
    };

    /// <summary>What a name says of its outlet's kind; null where it says nothing.</summary>
    internal static OutletKind? FromName(string name)
    {
        var words = HostBearsOut.Words(name);
        if (words.Count == 0)
            return null;
        int of = words.ToList().FindIndex(w => w is "of" or "for");
        if (of > 0 && OfficialBodies.Contains(words[of - 1]) && ByLastWord.GetValueOrDefault(words[^1]) is not (OutletKind.Newspaper or OutletKind.Broadcaster))
            return OutletKind.Official;
        string last = words[^1], before = words.Count > 1 ? words[^2] : "";
        // "Public Radio 8", "Channel 4"
        if (last.All(char.IsAsciiDigit) && before.Length > 0)
            (last, before) = (before, "");
        if (last is "agency" or "service" or "office" or "bureau")
        {
            if (before is "news" or "press" or "wire")
                return OutletKind.Agency;
            if (Trades.Contains(before) || words.Count == 1)
                return null;
        }
        if (before == "fact" && last is "check" or "checker" or "checkers")
            return OutletKind.Factchecker;
        return ByLastWord.TryGetValue(last, out var kind) && (words.Count > 1 || kind == OutletKind.Official) ? kind : null;
    }

    private static Dictionary<string, OutletKind> Table(params (OutletKind Kind, string Words)[] rows) =>
        rows.SelectMany(r => r.Words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(w => (Word: w, r.Kind)))
            .ToDictionary(p => p.Word, p => p.Kind, StringComparer.Ordinal);
}
