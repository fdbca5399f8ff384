using Attest.Engine.Text;

namespace Attest.Engine.Matching;

/// <summary>Whether one word can stand for another.</summary>
internal static class WordsAlign
{
    /// <summary>How well <paramref name="stated"/> covers <paramref name="claimed"/>, 0 to 1. Not symmetric: "miner" covers "person", not the reverse.</summary>
    public static float Cover(Word stated, Word claimed)
    {
        if (string.Equals(stated.Key, claimed.Key, StringComparison.Ordinal))
            return 1;
        if (stated.IsName || claimed.IsName)
            return 0;
        var lexicon = Lexicon.Shared;
        if (Opposed(stated, claimed))
            return 0;
        if (lexicon.Synonyms(stated.Id, claimed.Id) || SamePole(stated.Key, claimed.Key) || NewsSynonyms.Exchange(stated.Key, claimed.Key))
            return Calibration.Synonym;
        if (lexicon.Derived(stated.Id, claimed.Id))
            return Calibration.Derived;
        if (lexicon.IsA(stated.Id, claimed.Id) || (IsPeople(claimed.Key) && lexicon.IsA(stated.Id, lexicon.Id("person"))))
            return Calibration.KindOf;
        if (lexicon.IsA(claimed.Id, stated.Id) || (IsPeople(stated.Key) && lexicon.IsA(claimed.Id, lexicon.Id("person"))))
            return Calibration.GeneralFor;
        float near = lexicon.Cosine(stated.Id, claimed.Id);
        return near < Calibration.NearWords ? 0 : near / 2;
    }

    /// <summary>Whether the two are opposites.</summary>
    public static bool Opposed(Word a, Word b) =>
        Lexicon.Shared.Antonyms(a.Id, b.Id) || (Poles.Of(a.Key) is { } x && Poles.Of(b.Key) is { } y && x.Scale == y.Scale && x.Up != y.Up);

    /// <summary>Whether a noun only says that human beings are meant.</summary>
    public static bool IsPeople(string key) => key is "people" or "person";

    private static bool SamePole(string a, string b) => Poles.Of(a) is { } x && Poles.Of(b) is { } y && x == y;
}
