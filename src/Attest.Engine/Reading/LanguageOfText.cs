using System.Collections.Frozen;

namespace Attest.Engine.Reading;

/// <summary>
/// Tells the language of a text by its script and its function words: a tenth to a half of the words of any running text are among the few dozen
/// most frequent of its language. Names the language only where that is clear; a text of another language than the known ones stays unnamed.
/// </summary>
internal static class LanguageOfText
{
    // Enough of a text to tell, few enough to be quick.
    private const int MostWords = 400, FewestWords = 12;

    // The best language must reach this share of the words, and this many times the share of the next.
    private const double LeastShare = 0.12, LeastLead = 1.3;

    private static readonly FrozenDictionary<string, string[]> languagesOf = FunctionWords(
        ("en", "the of and to in is that for was on with as it he at by from his are be have this which not were had has but they an their its been who will would said about after more or one when there"),
        ("de", "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen war wurde"),
        ("fr", "le la les de des et du un une est en que qui dans pour pas au sur par plus il elle ne se sont avec ce cette ont aux été mais son sa ses leur leurs nous vous comme deux"),
        ("es", "el la los las de del y en que un una es por con para no se su al lo como más pero sus le ha este esta fue son entre cuando muy sin sobre también hasta hay donde han"),
        ("it", "il lo la gli le di del della dei delle e che un una è per non in con si da al alla sono nel nella come anche più ma ha su dal dalla questo questa ed o suo sua loro"),
        ("pt", "o a os as de do da dos das e em que um uma é para com não no na por mais se foi ao como mas à pelo pela são seu sua ou nos nas entre também já até está"),
        ("nl", "de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij door naar uit worden heeft hij ze wordt over nog zich hebben deze werd"),
        ("sv", "och i att det som en på är av för med den till inte har de om ett han men var från så kan när efter eller vid ska sig under också där hade"),
        ("da", "og i at det er en til af på som med den de for ikke har der et om han men fra var blev kan efter også vil ved eller skal sig hun være nu når"),
        ("nb", "og i det er på til som en å for av at med de den har ikke om et han var fra men seg ble kan etter også vil eller skal hun være nå når sin"),
        ("fi", "ja on ei se että oli hän ovat mutta myös joka kun niin tai jos mukaan vuoden sekä jo vain ollut ole mitä sen siitä kuin kanssa"),
        ("pl", "i w na z się nie do to że jest o jak po za od przez ale tym dla są jego już był co oraz ich ze może przed czy tak także które który która"),
        ("cs", "a v na se je že s z do o i k ve za pro by jsem ale jako po od bylo byl jeho tak které který také už při jsou podle nebo jen než"),
        ("hu", "a az és hogy nem is egy van ez meg volt csak már de azt mint el még ha lesz kell vagy ki majd amely szerint után lehet aki között minden"),
        ("ro", "de și în a la cu din pe că nu o un care mai este pentru au fost sunt prin ca lui al ale sau după dar cel când fi acest această"),
        ("tr", "ve bir bu da de için ile olarak çok olan daha gibi kadar sonra ancak en ise göre her o ne var olduğunu ya değil diye oldu"),
        ("id", "yang dan di dari untuk dengan ini itu dalam pada tidak akan ke adalah oleh juga sebagai telah mereka kata atau para tersebut bisa ada karena saat"),
        ("ru", "и в не на что с по как из к за это от для о но у его так же был он до или все если при также было они только чтобы её который"),
        ("uk", "і в не на що з та у за до як це від для про але його також був він або при із після які який вони було її ми щоб тому"),
        ("vi", "và của là có được cho trong với các không người này những một đã để khi từ về đến theo tại cũng ra như vào"));

    /// <summary>The language (ISO 639-1), or null where the text does not tell.</summary>
    public static string? Of(string text)
    {
        if (ByScript(text) is { } written)
            return written;
        var hits = new Dictionary<string, int>(StringComparer.Ordinal);
        int words = 0;
        foreach (var range in text.AsSpan().SplitAny(separators))
        {
            if (range.End.Value == range.Start.Value)
                continue;
            if (++words > MostWords)
                break;
            var word = text.AsSpan(range);
            if (word.Length <= 12 && languagesOf.TryGetValue(word.ToString().ToLowerInvariant(), out string[]? languages))
                foreach (string language in languages)
                    hits[language] = hits.GetValueOrDefault(language) + 1;
        }
        var ranked = hits.OrderByDescending(h => h.Value).ThenBy(h => h.Key, StringComparer.Ordinal).ToList();
        return words >= FewestWords && ranked.Count > 0 && ranked[0].Value >= words * LeastShare && (ranked.Count == 1 || ranked[0].Value >= ranked[1].Value * LeastLead)
            ? ranked[0].Key
            : null;
    }

    private static readonly System.Buffers.SearchValues<char> separators = System.Buffers.SearchValues.Create(" \n\t\r.,;:!?()[]\"“”„«»‘'’/–—-");

    // Scripts of one language, or of a group of which the first stands for all.
    private static string? ByScript(string text)
    {
        int letters = 0, kana = 0, han = 0, hangul = 0, arabic = 0, hebrew = 0, greek = 0, devanagari = 0, thai = 0;
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, 2_000)))
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            switch (c)
            {
                case >= '\u3040' and <= '\u30FF': kana++; break;
                case >= '\u4E00' and <= '\u9FFF': han++; break;
                case >= '\uAC00' and <= '\uD7AF': hangul++; break;
                case >= '\u0600' and <= '\u06FF': arabic++; break;
                case >= '\u0590' and <= '\u05FF': hebrew++; break;
                case >= '\u0370' and <= '\u03FF': greek++; break;
                case >= '\u0900' and <= '\u097F': devanagari++; break;
                case >= '\u0E00' and <= '\u0E7F': thai++; break;
            }
        }
        (int Count, string Language)[] scripts =
            [(kana * 20 >= letters ? kana + han : 0, "ja"), (han, "zh"), (hangul, "ko"), (arabic, "ar"), (hebrew, "he"), (greek, "el"), (devanagari, "hi"), (thai, "th")];
        var (count, language) = scripts.MaxBy(s => s.Count);
        return letters > 0 && count * 2 > letters ? language : null;
    }

    private static FrozenDictionary<string, string[]> FunctionWords(params ReadOnlySpan<(string Language, string Words)> table)
    {
        var languages = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (language, words) in table)
            foreach (string word in words.Split(' '))
            {
                if (!languages.TryGetValue(word, out var of))
                    languages[word] = of = [];
                of.Add(language);
            }
        return languages.ToFrozenDictionary(l => l.Key, l => l.Value.ToArray(), StringComparer.Ordinal);
    }
}
