using System.Text.RegularExpressions;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>What stands in a report's text and is no news: datelines, credit lines, invitations to read, share, subscribe.</summary>
internal static partial class Furniture
{
    /// <summary>Datelines and credit lines.</summary>
    public static List<Span> Spans(AnalysedText text)
    {
        var spans = new List<Span>();
        if (Dateline.Of(text.Text) is { } dateline)
            spans.Add(dateline.Span);
        foreach (var credit in CreditLines.Find(text.Text))
            spans.Add(credit.Span);
        return spans;
    }

    /// <summary>Whether a sentence is no news.</summary>
    public static bool IsBoilerplate(string sentence) => Invitation().IsMatch(sentence);

    [GeneratedRegex(@"^\W*(?:read (?:more|also|the (?:rest|full))|click|share (?:this|on)|sign up|subscribe|follow (?:us|@)|copyright|©|all rights reserved|advertisement|related:|see also|watch:|photo:|image:|getty images|more (?:from|on)|join (?:us|the)|download|contact us|listen:|join our)|rights reserved|https?://\S+\W*$|this (?:story|article) (?:was|has been|is) (?:updated|developing)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Invitation();
}
