namespace Attest.Engine.Extracting;

/// <summary>Whether words mean an outlet: "the Herald" means the Hollow Ridge Herald.</summary>
internal static class OutletName
{
    public static bool Means(string outlet, string words)
    {
        string name = Bare(outlet), said = Bare(words);
        if (said.Length == 0)
            return false;
        if (name.Equals(said, StringComparison.OrdinalIgnoreCase))
            return true;
        string[] whole = name.Split(' ');
        string[] part = said.Split(' ');
        bool newsname = Nouns.OutletNames.Contains(part[^1].ToLowerInvariant());
        return newsname && part.Length < whole.Length && part[^1] == whole[^1] && part.All(p => whole.Contains(p, StringComparer.Ordinal));
    }

    private static string Bare(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
}
