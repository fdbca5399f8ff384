using System.Collections.Frozen;
using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Extracting;

/// <summary>
/// Leaves out what a parse cut off in the middle: "Vickers spends", "Catfish can weigh", "Zephyr Teachout won her". Two reports cut at the same
/// place would corroborate each other in nothing.
/// </summary>
internal static class Fragments
{
    // Verbs that say nothing without what they govern. Closed on purpose: "died", "fell", "resigned" stand by themselves.
    private static readonly FrozenSet<string> governing = FrozenSet.ToFrozenSet(
        """
        say tell write add note ask state spend weigh cost make take give get put bring want need become include contain involve mean cause show describe call
        consider offer receive provide hold keep let seem have own contact measure total earn own expect allow force lead try intend plan hope
        see witness hear establish find learn discover reveal argue claim insist believe think know suggest estimate conclude announce declare determine realise realize
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static readonly FrozenSet<string> dangling = FrozenSet.ToFrozenSet(
        ["her", "his", "its", "their", "our", "my", "the", "a", "an", "of", "to", "at", "by", "for", "with", "from", "and", "or", "but", "as", "that", "than", "is", "are", "was", "were", "who", "which", "doesn't", "don't", "didn't", "isn't", "wasn't", "can't", "won't",
            "doesn’t", "don’t", "didn’t", "isn’t", "wasn’t", "can’t", "won’t", "does", "did", "has", "have", "had", "can", "will", "would", "could", "should", "may", "might", "must", "not", "be", "been", "there"],
        StringComparer.Ordinal);

    /// <summary>The statements without fragments and without the utterances of fragments.</summary>
    public static ImmutableArray<Statement> Without(ImmutableArray<Statement> statements)
    {
        var cut = statements.Where(s => s.Kind != ClaimKind.Utterance && IsFragment(s)).Select(s => s.Id).ToHashSet();
        return cut.Count == 0 ? statements : [.. statements.Where(s => !cut.Contains(s.Id) && !(s.Kind == ClaimKind.Utterance && s.About is { } said && cut.Contains(said)))];
    }

    private static bool IsFragment(Statement statement)
    {
        string wording = statement.Wording.TrimEnd('.', ' ');
        string last = wording[(wording.LastIndexOf(' ') + 1)..];
        if (dangling.Contains(last))
            return true;
        var proposition = statement.Proposition;
        return governing.Contains(proposition.Predicate)
            && proposition.Quantities.IsEmpty
            && proposition.Arguments.Length > 0
            && proposition.Arguments.All(a => a.Role == ArgumentRole.Subject);
    }
}
