namespace Attest.Engine.Model;

/// <summary>What the grammar of a name says, where a sentence of ours must agree with it.</summary>
internal static class Wordings
{
    private static readonly string[] PluralNouns = ["police", "people", "men", "women", "children", "staff", "crew", "media"];

    private static readonly string[] Joints = ["of", "at", "in", "for", "from", "on", "with", "who", "familiar", "close", "near", "to", "by", "briefed", "involved", "speaking", "working"];

    private static readonly string[] BodyNouns =
        ["Administration", "Agency", "Association", "Authority", "Board", "Bureau", "Center", "Centre", "Commission", "Committee", "Council", "Court", "Department", "Directorate",
         "Exchange", "Federation", "Force", "Inspectorate", "Institute", "Ministry", "Office", "Service", "Society", "Survey", "Tribunal", "Union"];

    /// <summary>The name of a body as it stands in a sentence: "the Consumer Safety Agency", but "Brightpot".</summary>
    public static string WithArticle(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool takesArticle = words.Length > 1 && words[0] is not ("The" or "the") && (BodyNouns.Contains(words[^1]) || (words[0] is "Ministry" or "Department" or "Office" or "Bureau" && words[1] is "of" or "for"));
        return takesArticle ? "the " + name : words.Length > 1 && words[0] == "The" && BodyNouns.Contains(words[^1]) ? "the" + name[3..] : name;
    }

    /// <summary>Whether a verb that follows the name stands in the plural: "state mine inspectors say", "Carrow Coal says", "police say".</summary>
    public static bool IsPlural(string name)
    {
        string[] words = name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return false;
        if (words.Contains("and"))
            return true;
        int head = Array.FindIndex(words, w => Joints.Contains(w));
        string noun = words[(head <= 0 ? words.Length : head) - 1];
        // A capitalised head is a body or person ("Weather Services", "Delia Munro"): singular.
        if (char.IsUpper(noun[0]) && words.Length > 1)
            return false;
        string lower = noun.ToLowerInvariant();
        return PluralNouns.Contains(lower) || (char.IsLower(noun[0]) || words.Length == 1) && PlainPlural(lower) && !IsOneName(noun, words.Length);
    }

    private static bool PlainPlural(string lower) =>
        lower.Length > 3 && lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal) && !lower.EndsWith("us", StringComparison.Ordinal)
        && !lower.EndsWith("is", StringComparison.Ordinal);

    // "Barclays" alone is a name; "families" alone is not, and stands in lower case.
    private static bool IsOneName(string noun, int words) => words == 1 && char.IsUpper(noun[0]);
}
