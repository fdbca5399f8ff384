using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>
/// What can be derived from a story's claims and is needed to match: their propositions made ready, an inverted index over their words, the story's
/// given words. A memory of one story's fold, kept between calls to save time; it never changes what comes out.
/// </summary>
public sealed class ClaimIndex
{
    private readonly List<Claim> claims = [];
    private readonly List<Meaning?> meanings = [];
    private readonly Dictionary<ClaimId, int> places = [];
    private readonly Dictionary<string, List<int>> postings = new(StringComparer.Ordinal);
    private readonly Dictionary<int, float> scores = [];

    /// <summary>How given each word is.</summary>
    internal StoryWords Words { get; private set; } = new();

    /// <summary>Number of claims.</summary>
    internal int Count => claims.Count;

    /// <summary>The claim at a place.</summary>
    internal Claim this[int place] => claims[place];

    /// <summary>The claim's proposition, made ready.</summary>
    internal Meaning MeaningOf(int place) => meanings[place] ??= Meaning.Of(claims[place].Proposition, claims[place].Kind, claims[place].Quantity);

    /// <summary>Where a claim stands; −1 where it is none of these.</summary>
    internal int PlaceOf(ClaimId id) => places.GetValueOrDefault(id, -1);

    /// <summary>Makes it hold exactly these claims; cheap where they are those of the last call.</summary>
    internal void Hold(ImmutableArray<Claim> now)
    {
        bool ours = claims.Count <= now.Length;
        for (int i = 0; ours && i < claims.Count; i++)
            ours = claims[i].Id == now[i].Id && ReferenceEquals(claims[i].Proposition, now[i].Proposition);
        if (!ours)
            Forget();
        for (int i = 0; i < claims.Count; i++)
            claims[i] = now[i];
        for (int i = claims.Count; i < now.Length; i++)
            Add(now[i]);
    }

    /// <summary>Adds a claim and says where it stands.</summary>
    internal int Add(Claim claim)
    {
        int place = claims.Count;
        claims.Add(claim);
        places[claim.Id] = place;
        meanings.Add(null);
        Post(place);
        return place;
    }

    /// <summary>Puts a changed claim in its place.</summary>
    internal void Put(int place, Claim claim)
    {
        bool reworded = !ReferenceEquals(claims[place].Proposition, claim.Proposition);
        claims[place] = claim;
        if (!reworded)
            return;
        meanings[place] = null;
        Post(place);
    }

    /// <summary>The claims nearest to a proposition by shared rare words, at most <see cref="Calibration.Candidates"/>, oldest first.</summary>
    internal List<int> Near(Meaning meaning)
    {
        scores.Clear();
        foreach (var word in meaning.Words)
            Score(word.Key, Words.Weight(word));
        if (meaning.Pole is { } pole)
            Score(Term(pole), 1);
        List<int> near = scores.Count <= Calibration.Candidates ? [.. scores.Keys]
            : [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(Calibration.Candidates).Select(s => s.Key)];
        near.Sort();
        return near;
    }

    /// <summary>All claims.</summary>
    internal ImmutableArray<Claim> All() => [.. claims];

    private void Score(string term, float weight)
    {
        if (!postings.TryGetValue(term, out var list))
            return;
        foreach (int place in list)
            scores[place] = scores.GetValueOrDefault(place) + weight;
    }

    // Utterances are found by speaker and content, not by words.
    private void Post(int place)
    {
        if (claims[place].Kind == ClaimKind.Utterance)
            return;
        var meaning = MeaningOf(place);
        Words.Add(meaning);
        foreach (var word in meaning.Words)
            Post(word.Key, place);
        if (meaning.Pole is { } pole)
            Post(Term(pole), place);
    }

    private void Post(string term, int place)
    {
        if (!postings.TryGetValue(term, out var list))
            postings[term] = list = [];
        if (!list.Contains(place))
            list.Add(place);
    }

    private static string Term(Pole pole) => "±" + pole.Scale;

    private void Forget()
    {
        claims.Clear();
        meanings.Clear();
        places.Clear();
        postings.Clear();
        Words = new StoryWords();
    }
}
