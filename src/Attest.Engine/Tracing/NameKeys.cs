namespace Attest.Engine.Tracing;

/// <summary>When two names of outlets, bodies or people mean the same.</summary>
internal static class NameKeys
{
    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "co", "corp", "corporation", "for", "gmbh", "in", "inc", "limited", "llc", "ltd", "of", "plc", "the", "'s", "s",
    };

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "ambassador", "attorney", "captain", "chairman", "chairwoman", "chancellor", "chief", "colonel", "commissioner", "coroner", "councillor", "detective",
        "director", "doctor", "dr", "general", "gov", "governor", "inspector", "judge", "justice", "king", "lieutenant", "lord", "major", "mayor", "minister",
        "mr", "mrs", "ms", "officer", "official", "pope", "president", "prince", "professor", "prosecutor", "queen", "rep", "representative", "secretary", "sen",
        "senator", "sergeant", "sheriff", "sir", "spokesman", "spokesperson", "spokeswoman", "superintendent", "treasurer",
    };

    // Agencies are credited by their short names.
    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.Ordinal)
    {
        ["ap"] = "associated press",
        ["afp"] = "agence france-presse",
        ["pa"] = "pa media",
        ["press association"] = "pa media",
        ["upi"] = "united press international",
        ["pti"] = "press trust of india",
        ["ani"] = "asian news international",
        ["thomson reuters"] = "reuters",
        ["xinhua agency"] = "xinhua",
        ["aap"] = "australian associated press",
        ["agence france presse"] = "agence france-presse",
        ["deutsche presse-agentur"] = "dpa",
    };

    /// <summary>Key of an outlet: equal for "The Anytown Herald" and "Anytown Herald", for "AP" and "Associated Press".</summary>
    public static string OfOutlet(string name)
    {
        var words = Split(name).ToList();
        if (words is ["the", _, ..])
            words.RemoveAt(0);
        if (words is [_, .., "news"])
            words.RemoveAt(words.Count - 1);
        string key = string.Join(' ', words);
        return ShortNames.GetValueOrDefault(key, key);
    }

    /// <summary>A name without a leading "the".</summary>
    public static string WithoutArticle(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    /// <summary>The telling words of a body's name, each once and in order of the alphabet, without forms of companies and plural endings.</summary>
    public static string[] OfBody(string name)
    {
        var words = new List<string>();
        foreach (string word in Split(name))
        {
            string stem = word.Length > 4 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
            if (!Dropped.Contains(word) && !words.Contains(stem))
                words.Add(stem);
        }
        words.Sort(StringComparer.Ordinal);
        return [.. words];
    }

    /// <summary>
    /// Whether two bodies are one: the same words, one name holds all of a form of two words and more, is the first word of the other, or its initials.
    /// To take two for one costs a confirmation; to take one for two would confirm a claim by its own echo.
    /// </summary>
    public static bool SameBody(string one, string other) => Body.Of(one).IsSame(Body.Of(other));

    /// <summary>A body's name with what is compared of it.</summary>
    public sealed record Body(string Name, string[] Words)
    {
        /// <summary>The body of a name.</summary>
        public static Body Of(string name) => new(name, OfBody(name));

        // "Carrow" for "Carrow Coal": the one word, capitalised, that the other name begins with.
        private bool IsShortFor(Body other) => Words.Length == 1 && other.Words.Length > 1 && Name.Length > 2 && char.IsUpper(Name[0]) && !Name.Contains(' ', StringComparison.Ordinal)
            && char.IsUpper(other.Name[0]) && other.Name.StartsWith(Name + " ", StringComparison.Ordinal);

        /// <summary>See <see cref="SameBody"/>.</summary>
        public bool IsSame(Body other)
        {
            if (Words.Length == 0 || other.Words.Length == 0)
                return false;
            if (IsShortFor(other) || other.IsShortFor(this))
                return true;
            var (fewer, more) = Words.Length <= other.Words.Length ? (Words, other.Words) : (other.Words, Words);
            if (fewer.Length == more.Length || fewer.Length >= 2)
            {
                bool within = true;
                foreach (string word in fewer)
                    within &= Array.IndexOf(more, word) >= 0;
                if (within)
                    return true;
            }
            return IsInitials(Name, other.Name) || IsInitials(other.Name, Name);
        }
    }

    /// <summary>Whether a short form in capitals is made of the first letters of a name's words.</summary>
    public static bool IsInitials(string shortForm, string name)
    {
        if (shortForm.Length is < 2 or > 6 || !shortForm.All(char.IsAsciiLetterUpper))
            return false;
        return InitialsOf(name) == shortForm;
    }

    /// <summary>The first letters of a name's words in capitals, without its small words.</summary>
    public static string InitialsOf(string name) =>
        string.Concat(Split(name).Where(w => w is not ("of" or "the" or "and" or "for")).Select(w => char.ToUpperInvariant(w[0])));

    /// <summary>
    /// Whether two designations can name one person: the same last name, and first names that do not differ. "State inspector Roy Fennick" and "Fennick" are one,
    /// "Jane Smith" and "Roy Smith" two.
    /// </summary>
    public static bool SamePerson(string one, string other) => SamePerson(PersonWords(one), PersonWords(other));

    /// <summary>The same, of names already taken apart by <see cref="PersonWords"/>.</summary>
    public static bool SamePerson(string[] a, string[] b)
    {
        if (a.Length == 0 || b.Length == 0 || a[^1] != b[^1])
            return false;
        return a.Length == 1 || b.Length == 1 || a[^2] == b[^2] || Titles.Contains(a[^2]) || Titles.Contains(b[^2]);
    }

    /// <summary>Words of a name in lower case, in order.</summary>
    public static IEnumerable<string> Split(string name)
    {
        int start = -1;
        for (int i = 0; i <= name.Length; i++)
        {
            bool inside = i < name.Length && (char.IsLetterOrDigit(name[i]) || (name[i] is '-' or '&' && start >= 0));
            if (inside && start < 0)
                start = i;
            else if (!inside && start >= 0)
            {
                yield return name[start..i].TrimEnd('-', '&').ToLowerInvariant();
                start = -1;
            }
        }
    }

    /// <summary>The capitalised words at the end of a name, in lower case; none where "of" goes before them: then they name an office's field.</summary>
    public static string[] PersonWords(string name)
    {
        // "Ines Abt, an analyst at Ferrow Research" is named before the comma, "its director, Una Bassett" behind it.
        int comma = name.IndexOf(", ", StringComparison.Ordinal);
        if (comma > 0 && comma + 2 < name.Length && char.IsLower(name[comma + 2]) && char.IsUpper(name[name.LastIndexOf(' ', comma) + 1]))
            name = name[..comma];
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int first = words.Length;
        while (first > 0 && char.IsUpper(words[first - 1][0]))
            first--;
        return first > 0 && words[first - 1] is "of" or "for" or "at" or "from" or "the" ? [] : [.. words[first..].Select(w => w.Trim('.', ',').ToLowerInvariant())];
    }
}
