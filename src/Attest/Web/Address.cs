using System.Diagnostics.CodeAnalysis;

namespace Attest.Web;

/// <summary>An address from outside as it may stand in a link: http or https only, everything else is no link.</summary>
internal static class Address
{
    /// <summary>The address where it may be linked, else null.</summary>
    public static string? Linkable(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsWeb(uri) ? uri.AbsoluteUri : null;

    private static bool IsWeb([NotNullWhen(true)] Uri? uri) => uri is not null && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
