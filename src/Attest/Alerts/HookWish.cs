using System.Collections.Immutable;
using Attest.Fetch;

namespace Attest.Alerts;

/// <summary>An address as somebody asks to have it told of changes.</summary>
internal static class HookWish
{
    private const int MostCharacters = 2_000;

    /// <summary>The address where it can be one; else null.</summary>
    /// <param name="given">As it was written.</param>
    /// <param name="allowed">Hosts that an operator allowed by name: those alone may be told without encryption.</param>
    /// <param name="wrong">What is wrong with it.</param>
    public static Uri? Of(string? given, ImmutableHashSet<string> allowed, out string? wrong)
    {
        wrong = null;
        if (!Uri.TryCreate(given?.Trim(), UriKind.Absolute, out var address) || !WebFetcher.IsWeb(address) || given!.Length > MostCharacters)
            wrong = $"“{given}” is no web address: write it as https://desk.example.org/changes";
        else if (address.UserInfo.Length > 0 || address.Fragment.Length > 0)
            wrong = "an address that is told of changes bears neither a name and password nor a fragment: the signature says who sends";
        else if (address.Scheme != Uri.UriSchemeHttps && !allowed.Contains(address.Host))
            wrong = $"{address.Host} must be told over https; without, only hosts that the setting allowHosts names are";
        return wrong is null ? address : null;
    }
}
