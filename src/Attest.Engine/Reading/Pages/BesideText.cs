namespace Attest.Engine.Reading.Pages;

/// <summary>Finds blocks inside an article's container that stand beside its text: lists of links, captions, teasers of other articles. Their make tells, whatever the language.</summary>
internal static class BesideText
{
    private const int LongestCaption = 160, LongestFigure = 600, LongestTeaser = 320, FewestTeasers = 3;

    /// <summary>Drops them from a block.</summary>
    /// <param name="block">The article's container, or a part of it.</param>
    /// <param name="whole">Length of the article's sentences: nothing that holds a large share of them is dropped.</param>
    public static void Drop(PageNode block, int whole)
    {
        foreach (var child in block.Children)
        {
            if (child.IsLine || child.Dropped)
                continue;
            if (IsLinkList(child) && child.SentenceChars < whole * 0.3 || IsCaption(child))
                child.Drop();
            else
                Drop(child, whole);
        }
        DropTeasers(block.Children);
    }

    private static bool IsLinkList(PageNode node) =>
        node.Tag is not ("p" or "blockquote" or "td" or "tr" or "tbody" or "pre") && !node.IsHeading && node.Links >= 2 && node.LinkShare > 0.5 && !node.Ancestors().Any(a => a.Tag == "table");

    // Words that stand with a picture in a block of their own.
    private static bool IsCaption(PageNode node) =>
        node.Tag == "figure" ? node.Chars < LongestFigure && !HoldsText(node)
        : node.Images > 0 && node.Chars is > 0 and < LongestCaption && node.Lines().Take(3).ToList() is { Count: <= 2 } lines && !lines.Exists(l => TextLine.EndsSentence(l.Text!));

    private static bool HoldsText(PageNode node) => node.Children.Any(c => c.Tag is "blockquote" or "table" or "pre" || HoldsText(c));

    // Three and more neighbours of one make, each a linked headline with little under it.
    private static void DropTeasers(List<PageNode> siblings)
    {
        for (int i = 0; i < siblings.Count; i++)
        {
            int end = i;
            while (end < siblings.Count && IsTeaser(siblings[end]) && siblings[end].Tag == siblings[i].Tag && siblings[end].Marks == siblings[i].Marks)
                end++;
            if (end - i >= FewestTeasers)
                for (int k = i; k < end; k++)
                    siblings[k].Drop();
            i = Math.Max(i, end - 1);
        }
    }

    private static bool IsTeaser(PageNode node) =>
        !node.Dropped && node.Tag is "div" or "li" or "article" or "section" && node.Chars is > 15 and < LongestTeaser
        && node.Lines().Take(4).ToList() is { Count: 2 or 3 } lines && lines[0] is { LinkShare: > 0.9, Chars: > 8 };
}
