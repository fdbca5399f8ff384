using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>Whether two propositions say the same of two things: "charged with fraud" and "charged with murder", "cases of cholera" and "cases of measles".</summary>
internal static class DetailsApart
{
    /// <summary>Whether arguments joined by one preposition have nothing in common.</summary>
    public static bool Of(Meaning stated, Meaning claimed, StoryWords story)
    {
        foreach (var part in stated.Parts)
            if (Joins(part) && Counterparts(part, claimed) is { Count: > 0 } others && others.TrueForAll(o => !Share(part.Words, o.Words, story))
                && Counterparts(part, stated).TrueForAll(p => others.TrueForAll(o => !Share(p.Words, o.Words, story))))
                return true;
        return OfApart(stated, claimed, ArgumentRole.Subject, story) || OfApart(stated, claimed, ArgumentRole.Object, story);
    }

    private static bool Joins(Part part) => part.Argument.Role == ArgumentRole.Oblique && part.Argument.Preposition.Length > 0 && part.Head is not null;

    private static List<Part> Counterparts(Part part, Meaning other) => [.. other.Parts.Where(o => Joins(o) && o.Argument.Preposition == part.Argument.Preposition)];

    private static bool OfApart(Meaning stated, Meaning claimed, ArgumentRole role, StoryWords story)
    {
        if (stated.First(role) is not { Head: not null } part || claimed.First(role) is not { Head: not null } other
            || !part.Argument.Text.Contains(" of ", StringComparison.Ordinal) || !other.Argument.Text.Contains(" of ", StringComparison.Ordinal))
            return false;
        var own = part.Words.RemoveRange(part.Before).Remove(part.Head);
        var others = other.Words.RemoveRange(other.Before).Remove(other.Head);
        return own.Length > 0 && others.Length > 0 && !Share(own, others, story);
    }

    private static bool Share(IEnumerable<Word> a, IEnumerable<Word> b, StoryWords story)
    {
        foreach (var word in a)
            foreach (var other in b)
                if (Math.Max(story.Cover(word, other), story.Cover(other, word)) >= Calibration.GeneralFor)
                    return true;
        return false;
    }
}
