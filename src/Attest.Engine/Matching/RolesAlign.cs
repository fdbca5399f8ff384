using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>Who did what to whom, compared role by role.</summary>
internal static class RolesAlign
{
    /// <summary>Subjects, objects and complements of two propositions whose heads agree or oppose.</summary>
    public static PartsAlign Of(Meaning stated, Meaning claimed, StoryWords story)
    {
        Part? subject = stated.First(ArgumentRole.Subject), object_ = stated.First(ArgumentRole.Object);
        Part? otherSubject = claimed.First(ArgumentRole.Subject), otherObject = claimed.First(ArgumentRole.Object);
        var complements = SamePole(stated, claimed) ? new PartsAlign(true, true, true)
            : PartsAlign.Of(stated.First(ArgumentRole.Complement), claimed.First(ArgumentRole.Complement), story);
        var straight = Of(subject, stated, otherSubject, claimed, story).And(Of(object_, stated, otherObject, claimed, story)).And(complements);
        if (object_ is null == otherObject is null)
            return straight;
        if (straight.Matched && subject is not null && otherSubject is not null)
            return straight;
        // "The blast killed five", "five died": whom it befalls is the object of the one and the subject of the other.
        var theme = Of(object_ ?? subject, stated, otherObject ?? otherSubject, claimed, story);
        var agent = new PartsAlign(true, object_ is not null || otherSubject is null || otherObject is null, otherObject is not null || object_ is null || subject is null);
        return theme.And(agent).And(complements);
    }

    /// <summary>Whom it befalls: the object, or the subject where there is none.</summary>
    public static Part? Theme(Meaning meaning) => meaning.First(ArgumentRole.Object) ?? meaning.First(ArgumentRole.Subject);

    // "One miner, Joss Aldane, survived" tells of one miner, wherever the syntax has put the noun.
    private static PartsAlign Of(Part? part, Meaning stated, Part? other, Meaning claimed, StoryWords story)
    {
        var align = PartsAlign.Of(part, other, story);
        if (align.Matched || part?.Head is not { } head || other?.Head is not { } otherHead || part.Argument.Name is null == other.Argument.Name is null)
            return align;
        bool named = part.Argument.Name is not null;
        bool tells = named ? stated.Words.Any(w => story.Cover(w, otherHead) >= Calibration.SameWord) : claimed.Words.Any(w => story.Cover(w, head) >= Calibration.SameWord);
        return tells ? new PartsAlign(true, named, !named) : align;
    }

    private static bool SamePole(Meaning a, Meaning b) => a.Pole is { } x && b.Pole is { } y && x.Scale == y.Scale;
}
