using System.Collections.Immutable;

namespace Attest.Fetch;

/// <summary>What somebody asks to be followed, once it is known to make sense.</summary>
/// <param name="Question">The question; null to find stories among all that the feeds bring.</param>
/// <param name="Addresses">Feeds, or sites that name one.</param>
internal sealed record FollowWish(string? Question, ImmutableArray<string> Addresses)
{
    /// <summary>Characters of a question, characters of an address, addresses at once.</summary>
    public const int MostQuestion = 300, MostAddress = 2000, MostAddresses = 1000;

    /// <summary>Makes a wish of what was given, or says what is wrong with it.</summary>
    /// <param name="question">The question as given.</param>
    /// <param name="addresses">The addresses as given.</param>
    /// <param name="wrong">What is wrong; null where nothing is.</param>
    public static FollowWish? Of(string? question, IEnumerable<string> addresses, out string? wrong)
    {
        string? asked = string.IsNullOrWhiteSpace(question) ? null : question.Trim();
        ImmutableArray<string> given = [.. addresses.Select(a => a.Trim()).Where(a => a.Length > 0).Distinct(StringComparer.Ordinal)];
        wrong = asked is { Length: > MostQuestion } ? $"the question has more than {MostQuestion} characters"
            : asked?.Any(char.IsControl) == true ? "the question holds characters that no question has"
            : asked is null && given.IsEmpty ? "give a question, or a feed, or both"
            : given.Length > MostAddresses ? $"that is more than {MostAddresses} addresses at once"
            : given.FirstOrDefault(a => a.Length > MostAddress || !Uri.TryCreate(a, UriKind.Absolute, out var uri) || !WebFetcher.IsWeb(uri)) is { } bad
                ? $"“{(bad.Length > 100 ? bad[..100] + "…" : bad)}” is not an http(s) address"
            : null;
        return wrong is null ? new FollowWish(asked, given) : null;
    }
}
