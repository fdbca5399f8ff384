namespace Attest.Engine.Reading.Pages;

/// <summary>
/// Finds the block that holds the article: paragraphs give points to the blocks around them, less the further out (the idea of Readability). What
/// a block calls itself adds a share, never more than its text earns.
/// </summary>
internal static class MainContainer
{
    private const int ShortestParagraph = 25;

    private const int ShortestPart = 200;

    private const int FewestParagraphs = 4;

    private const int MostLevelsUp = 6;

    /// <summary>The blocks that hold the article's text, in order; empty where the page has no paragraph.</summary>
    public static IReadOnlyList<PageNode> Find(PageNode root)
    {
        DropFurniture(root, root.SentenceChars);
        var scored = new List<PageNode>();
        foreach (var line in root.Lines())
            GivePoints(line, scored);
        if (scored.Count == 0)
            return [];
        foreach (var node in scored)
            node.Score *= (1 - node.LinkShare) * (node.Role switch { BlockRole.Body => 1.6, BlockRole.Content => 1.15, BlockRole.Furniture => 0.5, _ => 1 });
        var ranked = scored.OrderByDescending(n => n.Score).ToList();
        var top = Narrowed(Widened(ranked[0], ranked), root);
        return WithSiblings(top);
    }

    // What calls itself furniture goes before anything is weighed, unless it holds a large part of the page's sentences.
    private static void DropFurniture(PageNode node, int sentences)
    {
        foreach (var child in node.Children)
        {
            if (child.IsLine)
                continue;
            if (child.Role == BlockRole.Furniture && child.SentenceChars <= sentences * 0.35 && !HoldsQuotation(child))
                child.Drop();
            else
                DropFurniture(child, sentences);
        }
    }

    // Quoted posts are often wrapped in what calls itself a social widget.
    private static bool HoldsQuotation(PageNode node) => node.Children.Count <= 3 && node.Children.Any(c => c.Tag == "blockquote" || HoldsQuotation(c));

    private static void GivePoints(PageNode line, List<PageNode> scored)
    {
        if (line.Chars < ShortestParagraph || line.LinkShare > 0.5 || line.Parent!.IsHeading)
            return;
        double points = 1 + line.Text!.AsSpan().Count(',') + line.Text.AsSpan().Count('，') + Math.Min(line.Chars / 100.0, 3);
        int level = 0;
        // A paragraph is no container; a block with text between other blocks is one.
        bool paragraph = line.Parent.Children.Count == 1;
        foreach (var around in line.Ancestors().Skip(paragraph ? 1 : 0).Take(6))
        {
            if (around.Score == 0)
                scored.Add(around);
            around.Score += level switch { 0 => points, 1 => points / 2, _ => points / (level * 3) };
            level++;
        }
    }

    // Where several blocks are nearly as good, the article is spread over them: take what holds them all.
    private static PageNode Widened(PageNode top, List<PageNode> ranked)
    {
        var rivals = ranked.Skip(1).Take(6).Where(n => n.Score >= top.Score * 0.6).ToList();
        foreach (var around in top.Ancestors())
        {
            if (around.Parent is null)
                break;
            if (rivals.Count(r => r != around && r.Ancestors().Contains(around) && !r.Ancestors().Contains(top) && !top.Ancestors().Contains(r)) >= 2)
            {
                top = around;
                break;
            }
        }
        // Up while the block around adds hardly anything but this.
        while (top.Parent is { Parent: not null } parent && parent.SentenceChars <= top.SentenceChars * 1.02 && parent.LinkChars <= top.LinkChars + 40 && parent.Chars <= top.Chars * 1.1)
            top = parent;
        return top;
    }

    // Of several articles on the page, the one under the headline: the others are teasers, related ones or the next of an endless page.
    private static PageNode Narrowed(PageNode top, PageNode root)
    {
        if (top.Tag == "article" ? HasHeadline(top) : Articles(top).Take(2).Count() < 2)
            return top;
        var headed = Articles(root).Where(a => !a.Dropped && a.SentenceChars >= ShortestPart && HasHeadline(a)).ToList();
        return headed.Count == 1 && !top.Ancestors().Contains(headed[0]) ? headed[0] : top;
    }

    private static IEnumerable<PageNode> Articles(PageNode node) => node.Children.SelectMany(c => c.Tag == "article" ? [c] : Articles(c));

    // A lead above the body, or a second part below it: beside the container, or beside a block around it.
    private static List<PageNode> WithSiblings(PageNode top)
    {
        if (top.Parent is not { } parent || top.Tag == "article")
            return [top];
        double enough = Math.Max(10, top.Score * 0.2);
        int enoughText = Math.Max(ShortestPart, top.SentenceChars / 5);
        var paragraphs = parent.Children.Where(c => ParagraphIn(c) is { } line && c.LinkShare < 0.25 && TextLine.IsProse(line)).ToHashSet();
        if (paragraphs.Count < FewestParagraphs || paragraphs.Sum(p => p.Chars) < 500)
            paragraphs.RemoveWhere(p => p.Tag is not ("p" or "") || p.Chars <= 80);
        List<PageNode> kept = [.. parent.Children.Where(c => !c.Dropped && (c == top || IsSibling(c, top, enough) || paragraphs.Contains(c) || IsPart(c, c.Marks.Length > 2 && c.Marks == top.Marks ? ShortestPart : enoughText)))];
        for (int level = 0; level < MostLevelsUp && parent.Tag is not ("article" or "main") && parent.Parent is { } around; level++)
        {
            int at = around.Children.IndexOf(parent);
            var inner = parent;
            bool Belongs(PageNode c) => IsPart(c, c.Marks.Length > 2 && c.Marks == inner.Marks ? ShortestPart : enoughText);
            kept = [.. around.Children.Take(at).Where(Belongs), .. kept, .. around.Children.Skip(at + 1).Where(Belongs)];
            parent = around;
        }
        return kept;
    }

    private static bool IsSibling(PageNode node, PageNode top, double enough)
    {
        double score = node.Score + (node.Marks.Length > 2 && node.Marks == top.Marks ? top.Score * 0.2 : 0);
        return score >= enough && node.LinkShare < 0.35;
    }

    private static PageNode? ParagraphIn(PageNode node) => node.IsLine ? node : node.IsHeading || node.Children.Count != 1 ? null : ParagraphIn(node.Children[0]);

    // Nearly all running text: no teaser with its linked headline, no second article.
    private static bool IsPart(PageNode node, int enoughText) =>
        !node.Dropped && !node.IsLine && node.Role != BlockRole.Furniture && node.Tag is not ("article" or "ul" or "ol" or "table") && node.SentenceChars >= enoughText
        && node.SentenceChars >= node.Chars * 0.75 && node.LinkShare < 0.25 && !HasHeadline(node);

    private static bool HasHeadline(PageNode node) => node.Tag == "h1" || node.Children.Any(HasHeadline);
}
