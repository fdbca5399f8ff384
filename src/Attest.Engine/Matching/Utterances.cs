using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>Claims that somebody said something: one by speaker and content, apart from whether the content is so (R1).</summary>
internal sealed class Utterances
{
    private readonly Placing placing;
    private readonly Dictionary<(string Speaker, ClaimId Content, bool Denies), int> known = [];

    public Utterances(Placing placing)
    {
        this.placing = placing;
        for (int i = 0; i < placing.Index.Count; i++)
            if (placing.Index[i] is { Kind: ClaimKind.Utterance, Utters: { } content } claim && claim.Evidence.Length > 0)
                known.TryAdd((Speaker(claim.Evidence[0].Traced.Statement), content, Denies(content, claim.Evidence[0].Traced.Statement)), i);
    }

    /// <summary>Joins an utterance to the claim that the same speaker said the same, or opens it.</summary>
    public void Place(TracedStatement traced)
    {
        var statement = traced.Statement;
        int content = statement.About is { } about ? placing.HomeOf(about) : -1;
        if (content < 0)
        {
            placing.Add(SameWords(statement) is var same and >= 0 ? same : placing.Open(traced, null), new Evidence(traced, Stances.Of(statement.Voice)));
            return;
        }
        var key = (Speaker(statement), placing.Index[content].Id, Denies(placing.Index[content].Id, statement));
        if (!known.TryGetValue(key, out int place))
            known[key] = place = placing.Open(traced, placing.Index[content].Id);
        placing.Add(place, new Evidence(traced, statement.Voice is Voice.Hedges or Voice.Asks ? Stance.Mentions : Stance.Supports));
    }

    private static string Speaker(Statement statement) => statement.Speaker?.Key ?? "";

    // To say that it is so and to deny it are two utterances about one claim.
    private bool Denies(ClaimId content, Statement utterance)
    {
        int place = placing.Index.PlaceOf(content);
        return place >= 0 && placing.Index[place].Evidence.Any(e => e.Traced.Statement.Id == utterance.About && e.Traced.Statement.Voice == Voice.Denies);
    }

    // An utterance whose content is no statement of its own ("declined to comment").
    private int SameWords(Statement statement)
    {
        var meaning = Meaning.Of(statement.Proposition, statement.Kind, statement.Quantity);
        for (int i = 0; i < placing.Index.Count; i++)
            if (placing.Index[i] is { Kind: ClaimKind.Utterance, Utters: null } claim && claim.Evidence.Any(e => Speaker(e.Traced.Statement) == Speaker(statement))
                && Comparison.Of(meaning, statement.AsOf, placing.Index.MeaningOf(i), claim.AsOf, placing.Index.Words).Relation == Relation.Same)
                return i;
        return -1;
    }
}
