using System.Collections.Immutable;

namespace Attest.Web;

/// <summary>The API as its page explains it, taken from the description for programs.</summary>
/// <param name="About">What it is.</param>
/// <param name="Groups">Its addresses under headings.</param>
public sealed record ApiView(string About, ImmutableArray<ApiGroup> Groups);

/// <summary>Addresses of one kind.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Operations">What can be done there.</param>
public sealed record ApiGroup(string Name, ImmutableArray<ApiOperation> Operations);

/// <summary>One thing that a program can ask for.</summary>
/// <param name="Method">GET, POST or DELETE.</param>
/// <param name="Path">The address, with its parts in braces.</param>
/// <param name="Summary">What it does.</param>
/// <param name="NeedsToken">Whether it asks for the token.</param>
/// <param name="Parameters">What may be given with it.</param>
public sealed record ApiOperation(string Method, string Path, string Summary, bool NeedsToken, ImmutableArray<ApiParameter> Parameters)
{
    /// <summary>Its anchor on the page.</summary>
    public string Id => string.Join('-', Path.Split(['/', '{', '}'], StringSplitOptions.RemoveEmptyEntries).Skip(2).Prepend(Method.ToLowerInvariant()));
}

/// <summary>Something that may be given.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where it stands: "in the address" or "in the query".</param>
/// <param name="Meaning">What it does.</param>
public sealed record ApiParameter(string Name, string Place, string Meaning);
