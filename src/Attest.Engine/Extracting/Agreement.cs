namespace Attest.Engine.Extracting;

/// <summary>Which mentions agree with a pronoun.</summary>
internal static class Agreement
{
    /// <summary>Which mentions a pronoun of the third person may mean, by number, kind and gender; null for other words.</summary>
    public static Func<Mention, bool>? Of(string pronoun) => pronoun switch
    {
        "he" or "him" or "his" or "she" or "her" or "hers" or "himself" or "herself" => m => !m.Plural && m.Kind is MentionKind.Person or MentionKind.Unclear && Gender(m, pronoun),
        "it" or "its" or "itself" => m => !m.Plural && m.Kind is MentionKind.Body or MentionKind.Unclear or MentionKind.Thing,
        "they" or "them" or "their" or "theirs" or "themselves" => m => m.Plural,
        _ => null,
    };

    private static bool Gender(Mention m, string pronoun)
    {
        bool female = pronoun[0] == 's' || pronoun.StartsWith("her", StringComparison.Ordinal);
        if (m.Name is { } name && !FirstNames.Fits(name, female))
            return false;
        string text = " " + m.Text.ToLowerInvariant();
        bool saysFemale = text.Contains("woman", StringComparison.Ordinal) || text.Contains(" mrs", StringComparison.Ordinal) || text.Contains(" ms", StringComparison.Ordinal) || text.Contains("actress", StringComparison.Ordinal);
        bool saysMale = !saysFemale && (text.Contains("spokesman", StringComparison.Ordinal) || text.Contains("chairman", StringComparison.Ordinal) || text.Contains(" mr.", StringComparison.Ordinal) || text.Contains(" mr ", StringComparison.Ordinal) || text.EndsWith(" man", StringComparison.Ordinal));
        return female ? !saysMale : !saysFemale;
    }
}
