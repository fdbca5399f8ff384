using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Attest.Engine.Gathering.Manners;

/// <summary>
/// What a site lets us fetch (RFC 9309). Of the groups that name us the one that names us, else the one for everybody; of its rules that match, the
/// longest, and "allow" where two are as long. Never throws; linear in the file.
/// </summary>
public sealed class Robots
{
    /// <summary>Bytes of a file that are read (RFC 9309, 2.5: at least 500 KiB).</summary>
    public const int MaxBytes = 500 << 10;

    // Enough for any site; each request is matched against all of them.
    private const int MostRules = 5_000;

    private readonly ImmutableArray<(string Pattern, bool Allows)> rules;

    private Robots(ImmutableArray<(string Pattern, bool Allows)> rules, TimeSpan? delay) => (this.rules, Delay) = (rules, delay);

    /// <summary>Everything may be fetched: the site has no such file (RFC 9309, 2.3.1.3).</summary>
    public static Robots AllowAll { get; } = new([], null);

    /// <summary>Nothing may be fetched: the site cannot say for the moment (RFC 9309, 2.3.1.4).</summary>
    public static Robots DisallowAll { get; } = new([("/", false)], null);

    /// <summary>How long the site asks to wait between two requests ("Crawl-delay", no part of the standard); null where it does not.</summary>
    public TimeSpan? Delay { get; }

    /// <summary>What the answer to a request for the file means.</summary>
    /// <param name="status">HTTP status; null where no answer came.</param>
    /// <param name="body">The file's first bytes.</param>
    /// <param name="agent">Our product token, without version.</param>
    public static Robots Of(int? status, ReadOnlySpan<byte> body, string agent) => status switch
    {
        >= 200 and < 300 => Read(Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxBytes)]), agent),
        >= 400 and < 500 and not 429 => AllowAll,
        _ => DisallowAll,
    };

    /// <summary>Reads the file.</summary>
    public static Robots Read(string file, string agent)
    {
        ArgumentNullException.ThrowIfNull(file);
        var own = new List<(string, bool)>();
        var all = new List<(string, bool)>();
        TimeSpan? ownDelay = null, allDelay = null;
        bool namesUs = false, namesAll = false, inRules = true, named = false;
        foreach (var line in file.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            int comment = line.IndexOf('#');
            var content = (comment < 0 ? line : line[..comment]).Trim();
            int colon = content.IndexOf(':');
            if (colon <= 0)
                continue;
            var value = content[(colon + 1)..].Trim();
            switch (content[..colon].Trim().ToString().ToLowerInvariant())
            {
                case "user-agent":
                    // Lines of agents that follow each other share the rules below them.
                    if (inRules)
                        (namesUs, namesAll, inRules) = (false, false, false);
                    namesUs |= Token(value).Equals(agent, StringComparison.OrdinalIgnoreCase);
                    namesAll |= value is "*";
                    named |= namesUs;
                    break;
                case "allow" or "disallow":
                    inRules = true;
                    if (value.IsEmpty)
                        break;
                    var rule = (Normal(value.ToString()), content[0] is 'a' or 'A');
                    if (namesUs && own.Count < MostRules)
                        own.Add(rule);
                    if (namesAll && all.Count < MostRules)
                        all.Add(rule);
                    break;
                case "crawl-delay":
                    inRules = true;
                    if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and < 86_400)
                    {
                        ownDelay = namesUs ? TimeSpan.FromSeconds(seconds) : ownDelay;
                        allDelay = namesAll ? TimeSpan.FromSeconds(seconds) : allDelay;
                    }
                    break;
            }
        }
        return named ? new Robots([.. own], ownDelay) : new Robots([.. all], allDelay);
    }

    /// <summary>Whether a path, with its query, may be fetched.</summary>
    public bool Allows(string pathAndQuery)
    {
        ArgumentNullException.ThrowIfNull(pathAndQuery);
        if (pathAndQuery == "/robots.txt")
            return true;
        string path = Normal(pathAndQuery);
        int longest = -1;
        bool allowed = true;
        foreach (var (pattern, allows) in rules)
        {
            if (pattern.Length < longest || pattern.Length == longest && !allows || !Matches(pattern, path))
                continue;
            (longest, allowed) = (pattern.Length, allows);
        }
        return allowed;
    }

    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> value)
    {
        int end = value.IndexOfAnyExcept(System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"));
        return end < 0 ? value : value[..end];
    }

    /// <summary>Matches "*" and a "$" at the end, without going back further than the last star.</summary>
    private static bool Matches(string pattern, string path)
    {
        bool anchored = pattern.EndsWith('$');
        var parts = (anchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        int at = parts[0].Length;
        for (int i = 1; i < parts.Length; i++)
        {
            bool last = anchored && i == parts.Length - 1;
            if (last)
                return path.Length - at >= parts[i].Length && path.EndsWith(parts[i], StringComparison.Ordinal);
            int found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + parts[i].Length;
        }
        return !anchored || at == path.Length;
    }

    /// <summary>Percent signs in one way of writing (RFC 9309, 2.2.2): what needs none is decoded, what does is written in capitals.</summary>
    private static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        for (int i = 0; i < path.Length; i++)
        {
            char c = path[i];
            if (c == '%' && i + 2 < path.Length && byte.TryParse(path.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
                    normal.Append((char)value);
                else
                    normal.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
                i += 2;
            }
            else if (c > 0x7F)
                foreach (byte b in Encoding.UTF8.GetBytes([c]))
                    normal.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            else
                normal.Append(c);
        }
        return normal.ToString();
    }
}
