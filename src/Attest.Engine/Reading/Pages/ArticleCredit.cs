using System.Text.RegularExpressions;
using Attest.Engine.Text;

namespace Attest.Engine.Reading.Pages;

/// <summary>Whom a page credits with its text in lines that are no part of it: "© 2026 Continental Wire", "With files from …".</summary>
internal static partial class ArticleCredit
{
    private const int LongestLine = 300;

    /// <summary>The outlet credited, as written; null where none is.</summary>
    /// <param name="lines">Lines of the article's container that are no part of its text.</param>
    public static string? Of(IEnumerable<string> lines)
    {
        foreach (string line in lines.Where(l => l.Length <= LongestLine))
        {
            if (CreditLines.Find(line).FirstOrDefault(c => c.Kind == CreditKind.Agency) is { } credit)
                return credit.Name;
            if (Owner().Match(line) is { Success: true } owner)
                return owner.Groups["name"].Value.Trim();
        }
        return null;
    }

    [GeneratedRegex(@"^(?:©|\([Cc]\)|[Cc]opyright(?:\s*(?:©|\([Cc]\)))?)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)(?:[Bb]y\s+)?(?:[Tt]he\s+)?(?<name>\p{Lu}[\p{L}\d&'’-]*(?:[ ](?:of|and|&|\p{Lu}[\p{L}\d&'’-]*)){0,5})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Owner();
}
