using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Attest.Engine.Reading.Pages;

/// <summary>Walks a parsed page once and keeps its blocks and lines of text.</summary>
internal sealed class PageTree
{
    private static readonly FrozenSet<string> inlines = Set("""
        a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr
        """);

    private static readonly FrozenSet<string> never = Set("""
        script style noscript template iframe object embed applet svg math canvas button input select textarea option datalist head link meta title
        nav dialog audio video picture img map area figcaption progress meter menu frameset frame noframes
        """);

    private static readonly FrozenSet<string> neverRoles = Set("navigation complementary menu menubar alert alertdialog dialog contentinfo banner search toolbar tooltip");

    private readonly StringBuilder text = new();
    private int chars, linkChars, emphasisChars, links;

    private PageTree()
    {
    }

    /// <summary>The blocks and lines under an element.</summary>
    public static PageNode Of(IElement root)
    {
        var tree = new PageTree();
        var top = new PageNode("body", null);
        tree.Walk(root, top, false, false);
        tree.EndLine(top);
        return top;
    }

    private void Walk(INode node, PageNode block, bool inLink, bool inEmphasis)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
                Append(words.Data, inLink, inEmphasis);
            else if (child is IElement element)
                Enter(element, block, inLink, inEmphasis);
        }
    }

    private void Enter(IElement element, PageNode block, bool inLink, bool inEmphasis)
    {
        string tag = element.LocalName;
        if (tag == "br")
        {
            if (text.Length > 0 && text[^1] == '\n')
                EndLine(block);
            else if (text.Length > 0)
                text.Append('\n');
            return;
        }
        if (tag is "img" or "picture" or "video" or "iframe" or "amp-img")
            for (var around = block; around is not null; around = around.Parent)
                around.Images++;
        if (never.Contains(tag) || IsHidden(element))
            return;
        var words = RoleWords.Split(element.GetAttribute("class"), element.GetAttribute("id"));
        var role = RoleOf(element, words);
        if (inlines.Contains(tag) && !HoldsBlock(element, 0))
        {
            if (role == BlockRole.Furniture && tag != "a")
                return;
            bool link = tag == "a" && element.HasAttribute("href");
            if (link)
                links++;
            Walk(element, block, inLink || link, inEmphasis || tag is "b" or "strong" or "em" or "i");
            return;
        }
        EndLine(block);
        var inner = new PageNode(tag, block) { Role = role, Marks = string.Join(' ', words) };
        block.Children.Add(inner);
        Walk(element, inner, inLink, inEmphasis);
        EndLine(inner);
    }

    private static BlockRole RoleOf(IElement element, List<string> words)
    {
        if (element.LocalName is "aside" or "footer" or "form" || element.GetAttribute("role") is { } said && neverRoles.Contains(said.Trim()))
            return BlockRole.Furniture;
        if (element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.Ordinal))
            return BlockRole.Body;
        var role = RoleWords.Read(words);
        return role != BlockRole.Body && element.LocalName is "article" or "main" ? BlockRole.Content : role;
    }

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true")
            return true;
        return element.GetAttribute("style") is { } style
            && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)
                || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility: hidden", StringComparison.OrdinalIgnoreCase));
    }

    // Pages set blocks inside spans and links; then these are blocks themselves.
    private static bool HoldsBlock(IElement element, int depth)
    {
        foreach (var child in element.Children)
            if (!inlines.Contains(child.LocalName) && child.LocalName != "br" && !never.Contains(child.LocalName) || depth < 8 && HoldsBlock(child, depth + 1))
                return true;
        return false;
    }

    private void Append(string words, bool inLink, bool inEmphasis)
    {
        foreach (char c in words)
        {
            if (char.IsWhiteSpace(c))
            {
                if (text.Length > 0 && !char.IsWhiteSpace(text[^1]))
                    text.Append(' ');
                continue;
            }
            if (c is '\u00AD' or '\u200B' or '\uFEFF')
                continue;
            text.Append(c);
            chars++;
            linkChars += inLink ? 1 : 0;
            emphasisChars += inEmphasis ? 1 : 0;
        }
    }

    private void EndLine(PageNode block)
    {
        if (chars > 0)
        {
            var line = new PageNode("", block)
            {
                Text = text.ToString().Trim(),
                Chars = chars,
                LinkChars = linkChars,
                EmphasisChars = emphasisChars,
                Links = links,
                SentenceChars = chars >= 60 && linkChars * 2 < chars ? chars : 0,
            };
            block.Children.Add(line);
            for (var node = block; node is not null; node = node.Parent)
            {
                node.Chars += line.Chars;
                node.LinkChars += line.LinkChars;
                node.EmphasisChars += line.EmphasisChars;
                node.Links += line.Links;
                node.SentenceChars += line.SentenceChars;
            }
        }
        text.Clear();
        (chars, linkChars, emphasisChars, links) = (0, 0, 0, 0);
    }

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
