using System.Collections.Frozen;

namespace Attest.Engine.Matching;

/// <summary>Which side of a pair of opposites a proposition takes: dead or alive, up or down, open or closed.</summary>
/// <param name="Scale">Name of the pair.</param>
/// <param name="Up">Which side.</param>
internal readonly record struct Pole(string Scale, bool Up);

/// <summary>
/// The opposites that news turns on, where WordNet's antonyms do not reach: it knows dead and alive, but not "died" and "survived".
/// Words of one side stand for one another ("were found alive", "survived"), words of two sides contradict.
/// </summary>
internal static class Poles
{
    private static readonly FrozenDictionary<string, Pole> All = Table(
        ("life", "alive survive survivor living", "dead die death kill perish fatality drown succumb deceased"),
        ("level", "rise increase climb grow gain jump surge soar up higher advance rally", "fall decrease drop decline sink slump plunge slide shrink tumble down lower"),
        ("access", "open reopen unlock", "close closed shut shutter reclose"),
        ("answer", "accept approve agree endorse support ratify authorise authorize adopt", "reject refuse oppose disapprove veto block decline deny dismiss"),
        ("guilt", "guilty convict", "innocent acquit exonerate"),
        ("custody", "arrest detain jail imprison custody", "free release liberate"),
        ("course", "win victory", "lose defeat loss"),
        ("begin", "start begin resume launch continue", "stop end halt suspend cancel cease abandon scrap"),
        ("office", "stay remain", "quit resign"),
        ("test", "pass succeed success", "fail failure"),
        ("truth", "true genuine real authentic correct accurate", "false untrue fake wrong bogus hoax fabricated incorrect inaccurate"),
        ("hire", "hire appoint employ reinstate", "fire sack dismiss layoff"),
        ("safety", "safe unhurt unharmed uninjured", "hurt injure injured wound wounded harm"),
        ("ban", "allow permit legalise legalize lift", "ban prohibit forbid outlaw"),
        ("place", "find found", "missing lose disappear vanish"),
        ("money", "profit surplus", "loss deficit"));

    /// <summary>The side that a word takes; null for the rest.</summary>
    public static Pole? Of(string lemma) => All.TryGetValue(lemma, out var pole) ? pole : null;

    private static FrozenDictionary<string, Pole> Table(params (string Scale, string Up, string Down)[] rows)
    {
        var table = new Dictionary<string, Pole>(StringComparer.Ordinal);
        foreach (var (scale, up, down) in rows)
        {
            foreach (string word in up.Split(' '))
                table.TryAdd(word, new Pole(scale, true));
            foreach (string word in down.Split(' '))
                table.TryAdd(word, new Pole(scale, false));
        }
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
