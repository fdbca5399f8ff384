namespace Attest.Engine.Text.Figures;

/// <summary>Builds a table of words.</summary>
internal static class Lookup
{
    /// <summary>A table of words and what they mean.</summary>
    public static Dictionary<string, T> Of<T>(params ReadOnlySpan<(string Word, T Meaning)> rows)
    {
        var table = new Dictionary<string, T>(rows.Length);
        foreach ((string word, T meaning) in rows)
            table.Add(word, meaning);
        return table;
    }
}
