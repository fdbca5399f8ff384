namespace Attest.Engine.Gathering.Markup;

/// <summary>Resolves a reference against the address it stands at (RFC 3986, section 5), without rewriting what is written out in full.</summary>
internal static class Addresses
{
    /// <summary>The address that a reference means. An empty base, or one that is no address, leaves it as written.</summary>
    public static string Resolve(string @base, string reference)
    {
        string written = reference.Trim();
        if (@base.Length == 0 || SchemeOf(written).Length > 0)
            return written;
        int authority = @base.IndexOf("://", StringComparison.Ordinal);
        if (authority < 0)
            return written;
        if (written.Length == 0)
            return @base;
        string scheme = @base[..authority];
        if (written.StartsWith("//", StringComparison.Ordinal))
            return scheme + ":" + written;
        int pathAt = @base.AsSpan(authority + 3).IndexOfAny('/', '?', '#');
        string host = pathAt < 0 ? @base : @base[..(authority + 3 + pathAt)];
        string tail = pathAt < 0 ? "" : @base[(authority + 3 + pathAt)..];
        tail = tail.Split('#')[0];
        if (written[0] == '#')
            return host + tail + written;
        string path = tail.Split('?')[0];
        if (written[0] == '?')
            return host + (path.Length == 0 ? "/" : path) + written;
        int suffixAt = written.AsSpan().IndexOfAny('?', '#');
        string own = suffixAt < 0 ? written : written[..suffixAt];
        string suffix = suffixAt < 0 ? "" : written[suffixAt..];
        string joined = own.StartsWith('/') ? own : path[..(path.LastIndexOf('/') + 1)] + own;
        return host + WithoutDots(joined.StartsWith('/') ? joined : "/" + joined) + suffix;
    }

    /// <summary>The scheme in lower case; empty where the reference is relative.</summary>
    public static string SchemeOf(ReadOnlySpan<char> reference)
    {
        int colon = reference.IndexOf(':');
        if (colon <= 0 || !char.IsAsciiLetter(reference[0]))
            return "";
        foreach (char c in reference[..colon])
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return "";
        return reference[..colon].ToString().ToLowerInvariant();
    }

    // RFC 3986, 5.2.4.
    private static string WithoutDots(string path)
    {
        if (!path.Contains("/.", StringComparison.Ordinal))
            return path;
        var kept = new List<string>();
        string[] parts = path[1..].Split('/');
        for (int i = 0; i < parts.Length; i++)
        {
            bool last = i == parts.Length - 1;
            if (parts[i] == "..")
            {
                if (kept.Count > 0)
                    kept.RemoveAt(kept.Count - 1);
            }
            else if (parts[i] != ".")
            {
                kept.Add(parts[i]);
                continue;
            }
            if (last)
                kept.Add("");
        }
        return "/" + string.Join('/', kept);
    }
}
