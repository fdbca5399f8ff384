using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Writing;

/// <summary>What the story's own texts say about its words: which are names, and so keep their capital inside a sentence.</summary>
internal sealed partial class StoryWords
{
    // Adjectives of nations are capitalised though they are no names; the rest show by their endings too seldom to be guessed.
    private static readonly ImmutableHashSet<string> AlwaysCapital =
    [
        "I", "American", "British", "English", "Scottish", "Welsh", "Irish", "French", "German", "Italian", "Spanish", "Portuguese", "Dutch", "Belgian", "Swiss", "Austrian",
        "Swedish", "Norwegian", "Danish", "Finnish", "Polish", "Czech", "Hungarian", "Romanian", "Bulgarian", "Greek", "Turkish", "Russian", "Ukrainian", "Chinese",
        "Japanese", "Korean", "Indian", "Pakistani", "Iranian", "Iraqi", "Syrian", "Israeli", "Palestinian", "Lebanese", "Egyptian", "Saudi", "Nigerian", "Kenyan",
        "Ethiopian", "Brazilian", "Mexican", "Argentine", "Chilean", "Colombian", "Venezuelan", "Cuban", "Canadian", "Australian", "European", "African", "Asian", "Arab",
        "Western", "Muslim", "Christian", "Jewish", "Hindu", "Buddhist", "Catholic", "Democratic", "Republican", "Democrats", "Republicans", "Monday", "Tuesday",
        "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December", "Christmas", "Easter", "Internet",
    ];

    private readonly HashSet<string> capital = new(StringComparer.Ordinal);
    private readonly SortedSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> small = new(StringComparer.Ordinal);

    public StoryWords(ImmutableArray<WeighedClaim> claims)
    {
        foreach (var claim in claims)
        {
            // What an utterance repeats was lowered by us, not by a report.
            foreach (Match word in Inner().Matches(claim.Claim.Wording))
                if (char.IsUpper(word.Value[0]))
                    capital.Add(Bare(word.Value));
                else if (claim.Claim.Kind != ClaimKind.Utterance)
                    small.Add(word.Value);
            foreach (var e in claim.Claim.Evidence)
            {
                names.Add(e.Traced.Outlet.Name);
                if (e.Traced.Statement.Speaker is { } speaker && char.IsUpper(speaker.Name[0]))
                    names.Add(speaker.Name);
            }
        }
        foreach (string name in names)
            capital.UnionWith(name.Split(' ').Where(w => char.IsUpper(w[0])).Select(Bare));
    }

    /// <summary>Whether a word bears a capital wherever it stands, though it is no name.</summary>
    public static bool IsAlwaysCapital(string word) => AlwaysCapital.Contains(word);

    /// <summary>A sentence as it stands inside another: without its full stop, and with a small first letter unless it begins with a name.</summary>
    public string Inside(Claim claim, string text)
    {
        string bare = WithoutStop(text);
        return bare.Length == 0 || BeginsWithName(claim, bare) ? bare : char.ToLowerInvariant(bare[0]) + bare[1..];
    }

    /// <summary>A sentence without its full stop. The dots of "a.m." and "U.S." stay.</summary>
    public static string WithoutStop(string text)
    {
        string trimmed = text.Trim();
        return trimmed.EndsWith('.') && !Abbreviation().IsMatch(trimmed) ? trimmed[..^1] : trimmed;
    }

    /// <summary>A text with a full stop at its end.</summary>
    public static string WithStop(string text) => text.EndsWith('.') || text.EndsWith('!') || text.EndsWith('?') || text.EndsWith(".”", StringComparison.Ordinal) ? text : text + ".";

    /// <summary>A text with its first letter in upper case.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Whether a sentence of ours begins with a name, which keeps its capital.</summary>
    public bool BeginsWithName(Claim claim, string text)
    {
        string first = text.Split(' ', 2)[0];
        string word = Bare(first);
        if (word.Length == 0 || !char.IsUpper(word[0]) || AlwaysCapital.Contains(word) || word.Skip(1).Any(char.IsUpper))
            return true;
        if (word is "The" or "A" or "An" || claim.Proposition.Quantities.Any(q => q.AsWritten.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            return false;
        if (names.Any(n => text.StartsWith(n, StringComparison.Ordinal) && (text.Length == n.Length || !char.IsLetter(text[n.Length]))))
            return true;
        if (claim.Proposition.Names.Any(n => Bare(n.Split(' ', 2)[0]) == word))
            return true;
        string lower = word.ToLowerInvariant();
        string next = text.Length > first.Length ? Bare(text[(first.Length + 1)..].Split(' ', 2)[0]) : "";
        bool nameGoesOn = next.Length > 0 && char.IsUpper(next[0]);
        // "Interior Minister Paul Ekwe"
        if (nameGoesOn && Lexicon.Shared.IsCalling(next.ToLowerInvariant()))
            return true;
        return !small.Contains(lower) && (capital.Contains(word) || claim.Proposition.Lemmas.Contains(word) && (nameGoesOn || !Lexicon.Shared.IsCommonNoun(lower)));
    }

    private static string Bare(string word)
    {
        string trimmed = word.Trim('“', '”', '"', '‘', ',', '.', ';', ':', '(', ')');
        return trimmed.EndsWith("’s", StringComparison.Ordinal) || trimmed.EndsWith("'s", StringComparison.Ordinal) ? trimmed[..^2] : trimmed.TrimEnd('’', '\'');
    }

    /// <summary>Words that do not begin a sentence or a quotation.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\p{N},;] )\p{L}[\p{L}’'\-]{0,100}", RegexOptions.CultureInvariant)]
    private static partial Regex Inner();

    [GeneratedRegex(@"(?:\b[A-Za-z]\.[A-Za-z]\.|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|No|St)\.)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();
}
