using System.Collections.Frozen;

namespace Attest.Engine.Matching;

/// <summary>Words that reports exchange freely, where WordNet keeps them apart: to it a blast is a gust first, and a firm no company.</summary>
internal static class NewsSynonyms
{
    private static readonly FrozenDictionary<string, int> Groups = Table(
        "explosion blast detonation", "company firm business corporation", "fire blaze inferno", "earthquake quake tremor", "agreement deal accord pact",
        "doctor physician medic", "lawyer attorney", "plane aircraft airplane jet", "child kid youngster", "investigation inquiry probe enquiry",
        "buy acquire purchase", "worker employee staff staffer", "attacker assailant", "gunman shooter", "home house", "raise increase hike", "cut reduce slash trim",
        "aid assistance help", "leader chief head boss", "policeman officer", "crash collide collision", "hit strike", "destroy gut raze wreck",
        "resign quit", "halt suspend", "warn caution", "protest demonstration demonstrate", "protester demonstrator", "vessel ship boat", "car automobile",
        "murder homicide killing", "money cash fund", "search hunt", "rescue save", "name appoint", "find discover", "build construct",
        "school academy", "victim casualty", "shop store", "flat apartment", "petrol gasoline", "lorry truck", "film movie");

    /// <summary>Whether two lemmas, in lower case, stand in one group.</summary>
    public static bool Exchange(string a, string b) => Groups.TryGetValue(a, out int x) && Groups.TryGetValue(b, out int y) && x == y;

    private static FrozenDictionary<string, int> Table(params string[] groups)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < groups.Length; i++)
            foreach (string word in groups[i].Split(' '))
                table.TryAdd(word, i);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
