using System.Text.RegularExpressions;

namespace Attest.Engine.Reading.Pages;

/// <summary>Short lines that say what stands beside them and nothing of the news: share buttons, pointers to other articles, dates, credits.</summary>
internal static partial class LabelLines
{
    private const int Longest = 200;

    /// <summary>Whether a line is one of them wherever it stands.</summary>
    public static bool IsLabel(PageNode line) => line.Text!.Length <= Longest && (Label().IsMatch(line.Text) || ShortLabel().IsMatch(line.Text));

    /// <summary>Whether a line at the top of an article tells who wrote it and when.</summary>
    public static bool IsByline(PageNode line) => line.Text!.Length <= Longest && (Byline().IsMatch(line.Text) || Date().IsMatch(line.Text));

    /// <summary>Whether a line at the end of an article is a request or a note of the publisher.</summary>
    public static bool IsRequest(PageNode line) => line.Text!.Length <= 400 && Request().IsMatch(line.Text);

    /// <summary>Whether readers' comments follow under this heading.</summary>
    public static bool StartsComments(PageNode line) => line.Text!.Length <= 60 && CommentHeading().IsMatch(line.Text);

    /// <summary>Whether what follows under this heading is no part of the article.</summary>
    public static bool EndsArticle(PageNode line) => line.Text!.Length <= 60 && line.LinkShare < 0.3 && EndHeading().IsMatch(line.Text);

    [GeneratedRegex("""
        ^[\s•·*>»|\[(–—-]*(?:
          read\ (?:more|also|next|this|the\ full)\b | see\ also\b | also\ (?:read|see)\b | related(?:\ (?:stories|articles|posts|content|topics|news|links|coverage|video|roundup))?\s*(?::|$) | more\ (?:from|on|about|stories|news)\b[^.!?]*$
          | you\ (?:may|might)\ also\ like | recommended(?:\ for\ you)?\s*(?::|$) | don'?t\ miss\s*[:!] | watch(?:\ (?:now|live|more))?\s*: | listen(?:\ now)?\s*: | video\s*: | photos?\s*: | gallery\s*:
          | sign\ up\b | subscribe\b | (?:click|tap)\ here\b | share\ (?:this|on|via|with)\b | follow\ (?:us|@|me)\b | story\ continues\b | article\ continues\b | continue\ reading\b
          | advertise?ment\b | image\ (?:caption|copyright|credit|source)\b | media\ caption\b | photograph\s*: | (?:photo|image|picture|video)s?\ (?:by|credit|courtesy|source|via)\b | file\ photo\b
          | filed\ under\b | tags?\s*: | topics?\s*: | categor(?:y|ies)\s*: | tagged\b | posted\ (?:in|by|on)\b
          | (?:view|show|load|post|leave|add|write)\ (?:all\ |a\ |more\ |your\ )?(?:comments?|reply|replies)\b | \d+\ comments?$ | no\ comments?$ | comments\ are\ closed
          | skip\ to\b | jump\ to\b | back\ to\ (?:top|the\ top)\b | enlarge\ (?:image|this)\b | (?:click|tap)\ to\b
          | this\ slideshow\ requires\b | loading\b.{0,20}$ | please\ enable\ javascript
          | copyright\b | ©
        )
        """, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\W*(?:advert|ad|close|share|tweet|email|e-mail|print|save|like|pin|copy link|link copied|comments?|tags?|menu|search|home|back|next|previous|facebook|twitter|whatsapp|reddit|linkedin|pinterest|telegram|google\+?|(?:facebook|twitter|google\+?|whatsapp|pinterest|linkedin|email|e-mail|reddit|flipboard|tumblr|telegram|print|\s|[|,/])+|play(?: video)?|getty(?: images)?(?:/.*)?|reuters|ap photo.*|afp.*|listen|watch|photos?|video|gallery|credit.{0,60}|author:?|publish(?:ed)? date:?|highlights?|most (?:read|popular).*|trending.*|popular|latest)\W*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShortLabel();

    [GeneratedRegex(@"^\W{0,200}(?:by|von|par|por|di|de|door|af|av|text|words|story|published|publish(?:ed)? date|posted|updated|last updated|last modified|created|edited by|written by|reported by|reporting by)\b(?!.{0,200}[.!?]$).{0,120}$|\b(?:min(?:ute)?s?|sec)\.? read\b|^\d{1,200} (?:min(?:ute)?s?|hours?|days?|weeks?|months?) ago", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    [GeneratedRegex(@"^\W*(?:(?:published|posted|updated|on|date)\W+)?(?:\p{L}+[,.]?\s+)?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?\p{L}{3,12}\.?,?\s+(?:de\s+)?\d{4}|\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})(?:\W.{0,60})?$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex("""
        \b(?:follow|like|find)\ (?:us|me|him|her|them|@\w+|[\p{Lu}][\w.' ]{1,40})\ on\b | \bsubscribe\ (?:to|now|today|here)\b | \bsign\ up\ (?:for|to|here|now|today)\b | \b(?:our|free|daily|weekly)\ newsletters?\b
        | \bnewsletters?\b.{0,80}\binbox\b | \bclick\ here\b | \bdownload\ (?:our|the)\ (?:free\ )?app\b | \bon\ (?:twitter|facebook|instagram)\b.{0,20}@ | \bhave\ a\ (?:tip|story|news)\b | \bsend\ (?:us\ )?(?:tips|an\ e?-?mail)\b
        | \b(?:can|may)\ be\ reached\ at\b | \be-?mail(?:ed)?\ (?:him|her|me|us|them|the\ \w+)?\ ?(?:at\b|:)? .{0,40}\S+@\S+ | \ball\ rights\ reserved\b | \bcopyright\b | ©
        | \bcontributed\ (?:to\ this|reporting)\b
        | ^\W*(?:additional\ )?(?:reporting|writing|editing|written|edited|compiled)\b.{0,60}\bby\b | \btrust\ principles\b | \b(?:this|the)\ (?:article|story|post|piece)\ (?:was\ )?(?:originally|first)\ (?:appeared|published|posted|ran)\b
        | \baffiliate\ (?:links?|partner) | \bleave\ a\ (?:comment|reply)\b | \blet\ us\ know\b.{0,80}\bcomments?\b | \btell\ us\b.{0,40}\bthink\b | \bjoin\ (?:the|our)\ (?:conversation|discussion|community)\b | \bsupport\ (?:our|us)\b.{0,60}\b(?:donat|subscri|becom)
        | ^\W*(?:sources?|source\ link|via|originally\ published|first\ published|more\ information|for\ more\ information|contact|media\ contact|updated?|tags)\b\s*(?::|at\b)
        | \bis\ (?:a|an|the)\ (?:\w+\ ){0,5}(?:reporter|writer|editor|correspondent|columnist|journalist|contributor|producer)\b.{0,80}$ | \bfull\ coverage\b
        """, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Request();

    [GeneratedRegex(@"^\W*(?:(?:\d+ )?(?:top rated |readers?'? )?comments?(?: \(\d+\))?|\d+ (?:thoughts?|responses?|replies) (?:on|to)\b.*|leave a (?:reply|comment).*|join the (?:conversation|discussion).*)\W*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CommentHeading();

    [GeneratedRegex(@"^\W*(?:related(?: \w+){0,2}|more (?:on|from|stories|news|like|in)\b.*|you (?:may|might) (?:also )?(?:like|be interested).*|recommended.*|(?:\d+ )?(?:top rated )?comments?(?: \(\d+\))?|leave a (?:reply|comment).*|what do you think\b.*|about the authors?|about us|most (?:read|popular|viewed).*|popular\b.*|trending\b.*|latest (?:news|stories|posts).*|see also|further reading|up next|editor'?s'? picks?|sponsored.*|advertisement|newsletter.*|follow us.*|why you can trust.*)\W*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndHeading();
}
