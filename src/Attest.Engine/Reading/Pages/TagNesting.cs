using System.Collections.Frozen;
using System.Text;

namespace Attest.Engine.Reading.Pages;

/// <summary>
/// How deep tags nest, counted as they come. It follows the HTML standard's tree construction where a page could otherwise nest deeper than it seems: an end
/// tag is void across a table cell, one of an ordinary element across any block, one of a formatting element closes no block, and a formatting element left
/// open comes back in every block after it. Where it is not exact it counts too much.
/// </summary>
internal sealed class TagNesting
{
    /// <summary>Browsers flatten at 512 levels; no article needs more, and building a tree of a hundred thousand takes most of a minute.</summary>
    public const int Most = 512;

    // As many open copies of one formatting tag come back (the standard's "Noah's Ark clause").
    private const int MostCopies = 3;

    // Never on the stack, or, as a form, there once at most: its end tag takes out it alone.
    private static readonly FrozenSet<string> voids = Set("area base br col embed hr img input link meta param source track wbr keygen frame bgsound basefont html head body frameset form");

    private static readonly FrozenSet<string> formatting = Set("a b big code em font i nobr s small strike strong tt u");

    private static readonly FrozenSet<string> special = Set("""
        address applet article aside blockquote button caption center dd details dir div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup li listing main marquee menu nav
        noscript object ol p pre search section summary table td template th ul
        """);

    private static readonly FrozenSet<string> endParagraph = Set("""
        address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section
        summary ul
        """);

    // What an end tag does not reach across: cells always, and more by its name.
    private static readonly FrozenSet<string> scope = Set("table td th caption marquee object applet template");
    private static readonly FrozenSet<string> paragraphScope = Set("table td th caption marquee object applet template button");
    private static readonly FrozenSet<string> itemScope = Set("table td th caption marquee object applet template ol ul");
    private static readonly FrozenSet<string> tableScope = Set("template");
    private static readonly FrozenSet<string> itemsReach = special.Except(["address", "div", "p"]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> cells = Set("td th caption");
    private static readonly FrozenSet<string> tableParts = Set("tr tbody thead tfoot colgroup");

    private readonly List<string> open = [];
    private readonly Dictionary<string, int> left = new(StringComparer.Ordinal);
    private int reopened, tables;

    /// <summary>Whether more stands open at once than a tree may hold.</summary>
    public bool IsTooDeep => Depth > Most;

    /// <summary>How many stand open, those counted that would come back, and a table's body and row.</summary>
    public int Depth => open.Count + reopened + 2 * tables;

    /// <summary>Counts a start tag.</summary>
    /// <param name="name">Its name in lower case.</param>
    /// <param name="tag">The tag as written.</param>
    public void Open(string name, StringBuilder tag)
    {
        if (endParagraph.Contains(name))
            End("p", paragraphScope);
        if (name == "li")
            End("li", itemsReach);
        else if (name is "dd" or "dt")
            _ = End("dd", itemsReach) || End("dt", itemsReach);
        if (name == "a" && left.Count > 0 && open.Contains("a"))
            Close("a");
        if (voids.Contains(name))
            return;
        if (cells.Contains(name) || tableParts.Contains(name))
        {
            int table = open.LastIndexOf("table");
            if (table >= 0)
                Cut(table + 1);
            if (table < 0 || tableParts.Contains(name))
                return;
        }
        open.Add(name);
        tables += name == "table" ? 1 : 0;
        if (!formatting.Contains(name))
            return;
        string written = tag.ToString();
        int copies = left.GetValueOrDefault(written) + 1;
        left[written] = copies;
        if (copies <= MostCopies)
            reopened++;
    }

    /// <summary>Counts an end tag.</summary>
    public void Close(string name)
    {
        if (formatting.Contains(name))
            CloseFormatting(name);
        else if (tableParts.Contains(name))
            return;
        else
            End(name, name switch { "p" => paragraphScope, "li" => itemScope, "table" or "td" or "th" or "caption" => tableScope, _ => special.Contains(name) ? scope : special });
    }

    private bool End(string name, FrozenSet<string> across)
    {
        for (int i = open.Count - 1; i >= 0; i--)
        {
            if (open[i] == name)
            {
                Cut(i);
                return true;
            }
            if (across.Contains(open[i]))
                return false;
        }
        return false;
    }

    // What is cut off with its block stays to be reopened, if it is a formatting element.
    private void Cut(int from)
    {
        for (int i = from; i < open.Count; i++)
            tables -= open[i] == "table" ? 1 : 0;
        open.RemoveRange(from, open.Count - from);
    }

    // Blocks opened inside it stay open.
    private void CloseFormatting(string name)
    {
        for (int i = open.Count - 1; i >= 0; i--)
        {
            if (open[i] == name)
            {
                open.RemoveAt(i);
                break;
            }
            if (scope.Contains(open[i]))
                return;
        }
        Forget(name);
    }

    private void Forget(string name)
    {
        foreach (string written in left.Keys)
        {
            if (!IsTag(written, name))
                continue;
            int copies = left[written];
            if (copies <= MostCopies)
                reopened--;
            if (copies == 1)
                left.Remove(written);
            else
                left[written] = copies - 1;
            return;
        }
    }

    private static bool IsTag(string written, string name) =>
        written.AsSpan(1).StartsWith(name, StringComparison.Ordinal) && written[name.Length + 1] is '>' or ' ';

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
