namespace Attest.Engine.Text;

/// <summary>
/// The labels of words in and out of names (BILOU, Ratinov and Roth 2009): 0 outside; for each kind of name its first, inner and last word, and a name of
/// one word.
/// </summary>
internal static class NameLabels
{
    /// <summary>Number of labels.</summary>
    public const int Count = 13;

    private const int PerKind = 4;

    private enum Place
    {
        First,
        Inner,
        Last,
        Only,
    }

    /// <summary>Whether a label leaves a name open that the next word must go on with.</summary>
    public static bool IsOpen(int label) => label > 0 && (PlaceOf(label) is Place.First or Place.Inner);

    /// <summary>The kind of name of a label that is not 0.</summary>
    public static NameKind KindOf(int label) => (NameKind)((label - 1) / PerKind);

    /// <summary>Whether a name ends with a label.</summary>
    public static bool Ends(int label) => label > 0 && (PlaceOf(label) is Place.Last or Place.Only);

    /// <summary>Whether a label may follow another.</summary>
    /// <param name="before">Label of the word before; 0 at the start.</param>
    /// <param name="label">Label of the word.</param>
    /// <param name="isLast">Whether the sentence ends with the word.</param>
    public static bool MayFollow(int before, int label, bool isLast)
    {
        if (isLast && IsOpen(label))
            return false;
        if (IsOpen(before))
            return label > 0 && (PlaceOf(label) is Place.Inner or Place.Last) && KindOf(label) == KindOf(before);
        return label == 0 || PlaceOf(label) is Place.First or Place.Only;
    }

    /// <summary>Labels of a sentence with given names.</summary>
    public static int[] Of(int words, IEnumerable<(int First, int End, NameKind Kind)> names)
    {
        int[] labels = new int[words];
        foreach (var (first, end, kind) in names)
            for (int i = first; i < end; i++)
                labels[i] = Label(kind, end - first == 1 ? Place.Only : i == first ? Place.First : i == end - 1 ? Place.Last : Place.Inner);
        return labels;
    }

    private static int Label(NameKind kind, Place place) => 1 + ((int)kind * PerKind) + (int)place;

    private static Place PlaceOf(int label) => (Place)((label - 1) % PerKind);
}
