using System.Collections.Frozen;

namespace Attest.Engine.Matching;

/// <summary>Words that carry grammar, time or vagueness, and no matter of their own.</summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string> All = (
        "a an the this that these those it its he him his she her they them their we us our i you your who whom whose which what there here " +
        "be am is are was were been being have has had having do does did done will would shall should can could may might must ought " +
        "nobody everybody everyone anyone anybody someone somebody " +
        "of to in on at by for from with as into onto over under about after before since until during between among against through " +
        "and or but nor so if then than because while when where why how whether not no never none n't " +
        "also already just only even still yet now so far again too very more most less least much many some any all both each every other another " +
        "own same such several few mr mrs ms dr early late earlier later recently today yesterday tomorrow tonight currently reportedly allegedly " +
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december " +
        "morning afternoon evening night week month day hour minute least approximately roughly around nearly almost").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a lemma, in lower case, is one of them.</summary>
    public static bool Contains(string lemma) => All.Contains(lemma);
}
