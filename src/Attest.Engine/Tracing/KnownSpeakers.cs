using Attest.Engine.Model;

namespace Attest.Engine.Tracing;

/// <summary>A speaker with what is compared of it, taken apart once.</summary>
/// <param name="speaker">The speaker.</param>
/// <param name="key">Key by which it is the same without any likeness of names.</param>
internal sealed class Designation(Speaker speaker, string key)
{
    private const int MostWords = 10;

    /// <summary>The speaker.</summary>
    public Speaker Speaker { get; } = speaker;

    /// <summary>Key by which it is the same without any likeness of names.</summary>
    public string Key { get; } = key;

    /// <summary>The body spoken for, or the speaker's own name.</summary>
    public NameKeys.Body Body { get; } = NameKeys.Body.Of(speaker.Body ?? speaker.Name);

    /// <summary>The words that can name a person.</summary>
    public string[] Person { get; } = NameKeys.PersonWords(speaker.Name);

    /// <summary>Whether it has no name: then only the words that describe it tell who it is.</summary>
    public bool IsNameless => Speaker.Kind is SpeakerKind.Unnamed or SpeakerKind.Crowd or SpeakerKind.Document;

    /// <summary>What it can be found by: two speakers that are the same share at least one of these.</summary>
    public string[] Signs => field ??= [.. AllSigns().Distinct()];

    // A person of a body speaks for himself or herself, an official or party for the body.
    private bool SpeaksForBody => Speaker.Kind != SpeakerKind.Person || Speaker.Body is null;

    /// <summary>Whether the two are one speaker.</summary>
    public bool Same(Designation other)
    {
        if (IsNameless || other.IsNameless)
            return IsNameless == other.IsNameless && (Speaker.Kind == SpeakerKind.Document) == (other.Speaker.Kind == SpeakerKind.Document) && Key == other.Key;
        if (Speaker.Key == other.Speaker.Key)
            return true;
        bool oneBody = Body.IsSame(other.Body);
        if (oneBody && SpeaksForBody && other.SpeaksForBody)
            return true;
        bool differentBodies = Speaker.Body is not null && other.Speaker.Body is not null && !oneBody;
        return !differentBodies && NameKeys.SamePerson(Person, other.Person);
    }

    private IEnumerable<string> AllSigns()
    {
        yield return "key " + Speaker.Key;
        yield return "made " + Key;
        if (IsNameless)
            yield break;
        if (Person is [.., var last])
            yield return "last " + last;
        // One name within another shares its pairs of words; single words are shared by far too many.
        string[] words = Body.Words;
        if (words.Length == 1)
            yield return "word " + words[0];
        yield return "first " + Body.Name.Split(' ')[0];
        for (int i = 0; i < words.Length; i++)
            for (int j = i + 1; j < words.Length && words.Length <= MostWords; j++)
                yield return "pair " + words[i] + " " + words[j];
        yield return "initials " + (Body.Name.All(char.IsAsciiLetterUpper) ? Body.Name : NameKeys.InitialsOf(Body.Name));
    }
}

/// <summary>The speakers that a story knows, found without going through all of them. Of several that fit, the first that was learnt.</summary>
internal sealed class KnownSpeakers
{
    private readonly List<(Designation Who, Origin Origin)> all = [];
    private readonly Dictionary<string, List<int>> places = new(StringComparer.Ordinal);

    /// <summary>Learns a speaker.</summary>
    public void Add(Designation who, Origin origin)
    {
        foreach (string sign in who.Signs)
        {
            if (!places.TryGetValue(sign, out var at))
                places[sign] = at = [];
            at.Add(all.Count);
        }
        all.Add((who, origin));
    }

    /// <summary>How many are known.</summary>
    public int Count => all.Count;

    /// <summary>Forgets those that were learnt last, until only so many are known.</summary>
    public void Forget(int until)
    {
        for (int i = all.Count - 1; i >= until; i--)
        {
            foreach (string sign in all[i].Who.Signs)
                places[sign].RemoveAt(places[sign].Count - 1);
            all.RemoveAt(i);
        }
    }

    /// <summary>The origin of a speaker; null where it is not known.</summary>
    public Origin? Find(Designation who)
    {
        int first = int.MaxValue;
        foreach (string sign in who.Signs)
            foreach (int place in places.GetValueOrDefault(sign) ?? [])
            {
                if (place >= first)
                    break;
                if (who.Same(all[place].Who))
                    first = place;
            }
        return first == int.MaxValue ? null : all[first].Origin;
    }

    /// <summary>The first speaker with a key; null where there is none.</summary>
    public Speaker? WithKey(string key) => places.GetValueOrDefault("key " + key) is [var first, ..] ? all[first].Who.Speaker : null;
}
