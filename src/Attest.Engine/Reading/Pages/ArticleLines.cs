namespace Attest.Engine.Reading.Pages;

/// <summary>Takes out of the article's container what is no part of its text.</summary>
internal static class ArticleLines
{
    // A label that ends like a sentence and is longer than this is one: "Related companies said on Monday that …".
    private const int LongestLabel = 130;

    /// <summary>
    /// 1. Blocks made of links, captions, teasers. 2. All above the headline. 3. All under a heading that ends articles. 4. Labels and pointers.
    /// 5. Lines of date and author above the first sentence. 6. What stands behind the last sentence.
    /// </summary>
    /// <param name="parts">The container's blocks, in order.</param>
    /// <param name="title">The page's headline; null where unknown.</param>
    public static List<PageNode> Of(IReadOnlyList<PageNode> parts, string? title)
    {
        int whole = parts.Sum(p => p.SentenceChars);
        foreach (var part in parts)
            BesideText.Drop(part, whole);
        var lines = parts.SelectMany(p => p.Lines()).ToList();
        DropAboveHeadline(lines, title, whole);
        DropBelowEnd(lines, whole);
        lines.RemoveAll(l => !IsCell(l) && (LabelLines.IsLabel(l) && !(TextLine.EndsSentence(l.Text!) && l.Chars > LongestLabel) || IsPointer(l)));
        TrimStart(lines, title);
        TrimEnd(lines);
        return lines;
    }

    // A line that is a link and no sentence points elsewhere; in a list of several things it may be one of them.
    private static bool IsPointer(PageNode line) => line.LinkShare > 0.8 && line.Parent!.Tag != "li" && (!TextLine.EndsSentence(line.Text!) || line.LinkShare > 0.95);

    private static bool IsCell(PageNode line) => line.Parent!.Tag is "td" or "th" || line.Ancestors().Any(a => a.Tag == "table");

    private static void DropAboveHeadline(List<PageNode> lines, string? title, int whole)
    {
        int seen = 0;
        for (int i = 0; i < lines.Count && seen <= whole * 0.25; i++)
        {
            if (lines[i].Parent!.Tag == "h1" || IsTitle(lines[i].Text!, title))
            {
                lines.RemoveRange(0, i + 1);
                (i, seen) = (-1, 0);
                continue;
            }
            seen += lines[i].SentenceChars;
        }
    }

    private static bool IsTitle(string text, string? title)
    {
        if (title is null || text.Length < 8 || text.Length > title.Length * 2 + 20)
            return false;
        string a = TextLine.Words(text), b = TextLine.Words(title);
        return a.Length > 0 && (a == b || b.Contains(a, StringComparison.Ordinal) && a.Length * 10 >= b.Length * 6 || a.Contains(b, StringComparison.Ordinal) && b.Length * 10 >= a.Length * 8);
    }

    private static void DropBelowEnd(List<PageNode> lines, int whole)
    {
        int after = 0;
        for (int i = lines.Count - 1; i > 0; i--)
        {
            if (after > whole * 0.9)
                break;
            if ((after <= whole * 0.4 && LabelLines.EndsArticle(lines[i]) || LabelLines.StartsComments(lines[i])) && !TextLine.EndsSentence(lines[i].Text!) && lines.Take(i).Any(TextLine.IsProse))
                lines.RemoveRange(i, lines.Count - i);
            else
                after += lines[i].SentenceChars;
        }
    }

    private static void TrimStart(List<PageNode> lines, string? title)
    {
        int first = lines.FindIndex(l => TextLine.IsProse(l) && !LabelLines.IsByline(l) && !IsTitle(l.Text!, title));
        if (first <= 0)
            return;
        // A heading or a first item directly above the first sentence belongs to it.
        int from = first;
        while (from > 0 && !LabelLines.IsByline(lines[from - 1]) && (lines[from - 1].Parent!.IsHeading && lines[from - 1].Parent!.Tag != "h1" || lines[from - 1].Parent!.Tag == "li" && lines[from].Parent!.Tag == "li" || IsCell(lines[from - 1])))
            from--;
        lines.RemoveRange(0, from);
    }

    private static void TrimEnd(List<PageNode> lines)
    {
        while (lines.Count > 1 && lines[^1] is var last && (LabelLines.IsRequest(last) || !TextLine.IsProse(last) && !IsCell(last) && !(last.Parent!.Tag == "li" && last.LinkShare < 0.5) && !IsQuoted(last) && !TextLine.EndsSentence(last.Text!)))
            lines.RemoveAt(lines.Count - 1);
    }

    private static bool IsQuoted(PageNode line) => line.Ancestors().Any(a => a.Tag == "blockquote");
}
