namespace Attest.Web;

/// <summary>A file of a static site.</summary>
/// <param name="Path">Relative to the site's folder, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SiteFile(string Path, ReadOnlyMemory<byte> Content);
