namespace Attest.Engine.Gathering.Markup;

/// <summary>An element's attributes by their canonical names in lower case; the first of a name counts.</summary>
internal sealed class MarkupAttributes(List<(string Name, string Value)> all)
{
    /// <summary>No attribute.</summary>
    public static MarkupAttributes None { get; } = new([]);

    /// <summary>All of them, in the order of the document.</summary>
    public IReadOnlyList<(string Name, string Value)> All => all;

    /// <summary>The value of the attribute, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var attribute in all)
                if (attribute.Name == name)
                    return attribute.Value;
            return null;
        }
    }
}
