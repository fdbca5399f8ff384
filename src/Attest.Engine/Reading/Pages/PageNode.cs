namespace Attest.Engine.Reading.Pages;

/// <summary>
/// A block of a page, or a line of running text in one. Only what decides what the article is: AngleSharp's tree is walked once, everything
/// after works on these.
/// </summary>
internal sealed class PageNode(string tag, PageNode? parent)
{
    /// <summary>Name of the element in lower case; empty for a line that stands in a block beside other blocks.</summary>
    public string Tag { get; } = tag;

    /// <summary>The block it stands in; null for the root.</summary>
    public PageNode? Parent { get; } = parent;

    /// <summary>Blocks and lines in it, in order; empty for a line.</summary>
    public List<PageNode> Children { get; } = [];

    /// <summary>The words of a line, blanks folded; null for a block.</summary>
    public string? Text { get; set; }

    /// <summary>What its class, id and role say of it.</summary>
    public BlockRole Role { get; init; }

    /// <summary>Words of class and id, to tell siblings of one kind.</summary>
    public string Marks { get; init; } = "";

    /// <summary>Length of the text in it, blanks left out, in UTF-16 units.</summary>
    public int Chars { get; set; }

    /// <summary>How much of <see cref="Chars"/> stands in links.</summary>
    public int LinkChars { get; set; }

    /// <summary>How much of <see cref="Chars"/> is set in bold or italics.</summary>
    public int EmphasisChars { get; set; }

    /// <summary>How many links stand in it.</summary>
    public int Links { get; set; }

    /// <summary>How many pictures and players stand in it.</summary>
    public int Images { get; set; }

    /// <summary>How much of <see cref="Chars"/> stands in lines long enough to be sentences and not made of links.</summary>
    public int SentenceChars { get; set; }

    /// <summary>Whether it was taken out as no part of the article.</summary>
    public bool Dropped { get; set; }

    /// <summary>What it weighs as the article's container.</summary>
    public double Score { get; set; }

    /// <summary>Whether it is a line and not a block.</summary>
    public bool IsLine => Text is not null;

    /// <summary>Share of its text in links.</summary>
    public double LinkShare => Chars == 0 ? 0 : (double)LinkChars / Chars;

    /// <summary>Whether it is a heading of any level.</summary>
    public bool IsHeading => Tag.Length == 2 && Tag[0] == 'h' && Tag[1] is >= '1' and <= '6';

    /// <summary>The blocks around it, nearest first.</summary>
    public IEnumerable<PageNode> Ancestors()
    {
        for (var node = Parent; node is not null; node = node.Parent)
            yield return node;
    }

    /// <summary>The lines in it that were not dropped, in order.</summary>
    public IEnumerable<PageNode> Lines()
    {
        if (Dropped)
            yield break;
        if (IsLine)
            yield return this;
        foreach (var child in Children)
            foreach (var line in child.Lines())
                yield return line;
    }

    /// <summary>Takes it out, and its text out of the counts of the blocks around it.</summary>
    public void Drop()
    {
        if (Dropped)
            return;
        Dropped = true;
        for (var node = Parent; node is not null; node = node.Parent)
        {
            node.Chars -= Chars;
            node.LinkChars -= LinkChars;
            node.EmphasisChars -= EmphasisChars;
            node.Links -= Links;
            node.SentenceChars -= SentenceChars;
            node.Images -= Images;
        }
    }
}
