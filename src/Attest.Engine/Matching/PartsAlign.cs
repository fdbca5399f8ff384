namespace Attest.Engine.Matching;

/// <summary>How two arguments in one role compare.</summary>
/// <param name="Matched">Whether they can be one thing.</param>
/// <param name="StatedCovers">Whether the stated one says all that the claimed one says.</param>
/// <param name="ClaimedCovers">The reverse.</param>
internal readonly record struct PartsAlign(bool Matched, bool StatedCovers, bool ClaimedCovers)
{
    // A word that more than half of the story's statements hold narrows nothing.
    private const float NewToStory = 0.5f;

    private static readonly PartsAlign Apart = new(false, false, false);

    /// <summary>Compares; a missing one is the more general.</summary>
    public static PartsAlign Of(Part? stated, Part? claimed, StoryWords story)
    {
        if (stated is null || claimed is null)
            return new PartsAlign(true, claimed is null, stated is null);
        if (stated.Argument.Name is { } a && claimed.Argument.Name is { } b)
            return NamesAgree.Agree(a, b) ? new PartsAlign(true, true, true) : Apart;
        // "Twelve are alive" leaves out whom it counts; the story knows.
        if (stated.Head is null || claimed.Head is null)
            return new PartsAlign(true, true, true);
        bool covers = story.Cover(stated.Head, claimed.Head) >= Calibration.SameWord;
        bool covered = story.Cover(claimed.Head, stated.Head) >= Calibration.SameWord;
        if (!covers && !covered)
            return Apart;
        // "Electric kettles" and "gas kettles": each side says which one, and not the same. "Large companies" are companies, not the reverse.
        bool statedNarrower = Narrower(stated, claimed, story), claimedNarrower = Narrower(claimed, stated, story);
        return statedNarrower && claimedNarrower ? Apart : new PartsAlign(true, covers && !claimedNarrower, covered && !statedNarrower);
    }

    /// <summary>Together with another role of the same two propositions.</summary>
    public PartsAlign And(PartsAlign other) =>
        new(Matched && other.Matched, StatedCovers && other.StatedCovers, ClaimedCovers && other.ClaimedCovers);

    private static bool Narrower(Part part, Part other, StoryWords story)
    {
        foreach (var word in part.Before)
        {
            if (story.Fresh(word.Key) < NewToStory)
                continue;
            bool shared = false;
            foreach (var counterpart in other.Words)
                shared |= story.Cover(counterpart, word) >= Calibration.GeneralFor;
            if (!shared)
                return true;
        }
        return false;
    }
}
