using System.Collections.Frozen;

namespace Attest.Engine.Reading.Pages;

/// <summary>
/// Reads what the class and id of an element say of it. Names are cut into words ("article-body", "articleBody", "article__body" are the same two),
/// so that no word is found inside another; none of the words is the name of a site.
/// </summary>
internal static class RoleWords
{
    // Words that name what stands beside an article wherever they stand.
    private static readonly FrozenSet<string> furniture = Set("""
        ad ads advert advertisement advertisements advertising adslot adsense sponsor sponsored sponsors promo promos promotion promotional promoted
        share shares sharing sharebar sharetools sharedaddy social socials sociable addthis addtoany follow followus
        newsletter newsletters subscribe subscription signup optin mailchimp
        related relateds relatedposts recirc recirculation recommended recommendation recommendations recommends trending popular mostread mostpopular outbrain taboola
        comment comments commentlist disqus respond reply replies discussion
        breadcrumb breadcrumbs navigation navbar nav menu menus pagination pager paging prevnext
        byline bylines authorship dateline timestamp pubdate
        caption captions credit credits copyright
        footer sidebar aside widget widgets masthead
        cookie cookies consent gdpr paywall
        tags taglist taxonomy keywords
        rating ratings vote votes print printer toolbar
        popup modal overlay lightbox tooltip
        thumbnail thumbnails teaser teasers carousel
        screenreader visuallyhidden hidden noprint invisible offscreen
        """);

    // Pairs of neighbouring words that do so together.
    private static readonly FrozenSet<string> furniturePairs = Set("""
        read-more also-read read-also see-also read-next more-from more-stories most-read most-popular up-next next-article next-post prev-post previous-post post-navigation
        author-bio author-box author-info author-name author-card author-details author-profile author-meta about-author about-the post-author article-author entry-author story-author
        post-meta entry-meta article-meta story-meta meta-data post-info article-info post-date article-date story-date entry-date published-date publish-date date-published time-stamp
        sign-up call-to editors-picks editor-picks latest-news latest-posts latest-stories other-stories
        sr-only visually-hidden screen-reader skip-link skip-to jump-to
        post-tags article-tags entry-tags tag-list story-tags tag-cloud article-tools story-tools
        image-description img-credit media-caption photo-credit
        """);

    // What bears these words is no furniture on their account: page-wide states and layouts ("has-sidebar", "no-comments").
    private static readonly FrozenSet<string> states = Set("has no with without is show hide not layout template page single body html container wrapper wrap main article-content");

    private static readonly FrozenSet<string> bodyPairs = Set("""
        article-body article-content article-text articlebody body-content body-text body-copy content-body entry-content post-content post-body post-text story-body story-content story-text
        storybody main-content news-content news-body news-text blog-content page-content rich-text text-content
        """);

    private static readonly FrozenSet<string> contentWords = Set("article content entry hentry main post story text");

    /// <summary>What class and id say; words in lower case, an empty one between two names.</summary>
    public static BlockRole Read(IReadOnlyList<string> words)
    {
        bool content = false, furnished = false;
        for (int i = 0; i < words.Count; i++)
        {
            string? pair = i + 1 < words.Count && words[i + 1].Length > 0 && words[i].Length > 0 ? words[i] + "-" + words[i + 1] : null;
            if (pair is not null && bodyPairs.Contains(pair) || bodyPairs.Contains(words[i]))
                return BlockRole.Body;
            bool state = i > 0 && states.Contains(words[i - 1]);
            if (!state && (furniture.Contains(words[i]) || pair is not null && furniturePairs.Contains(pair)))
                furnished = true;
            content |= contentWords.Contains(words[i]);
        }
        return furnished ? BlockRole.Furniture : content ? BlockRole.Content : BlockRole.Plain;
    }

    /// <summary>Cuts names into words in lower case; an empty word divides one name from the next.</summary>
    public static List<string> Split(string? classes, string? id)
    {
        var words = new List<string>();
        Split(classes, words);
        words.Add("");
        Split(id, words);
        return words;
    }

    private static void Split(string? names, List<string> words)
    {
        if (names is null)
            return;
        int start = -1;
        for (int i = 0; i <= names.Length; i++)
        {
            char c = i < names.Length ? names[i] : ' ';
            bool inside = char.IsAsciiLetterOrDigit(c);
            bool hump = inside && start >= 0 && char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(names[i - 1]);
            if (start >= 0 && (!inside || hump))
            {
                words.Add(names[start..i].ToLowerInvariant());
                start = -1;
            }
            if (inside && start < 0)
                start = i;
            if (char.IsWhiteSpace(c))
                words.Add("");
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
