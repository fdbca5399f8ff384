using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Reading;

/// <summary>What a table knows of an outlet.</summary>
/// <param name="Name">Its name as shown.</param>
/// <param name="Kind">What kind of publisher it is; null where the table leaves it open.</param>
/// <param name="Family">Its owner; null where the table leaves it open.</param>
/// <param name="Hosts">Its hosts in lower case, without "www."; each stands for its subdomains too.</param>
public sealed record OutletRow(string Name, OutletKind? Kind, string? Family, ImmutableArray<string> Hosts);

/// <summary>Known outlets by host and by name: the one that ships with the engine, or an operator's own in the same form.</summary>
public sealed class OutletTable
{
    private readonly Dictionary<string, OutletRow> byHost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OutletRow> byName = new(StringComparer.Ordinal);

    private OutletTable(IEnumerable<OutletRow> rows)
    {
        foreach (var row in rows)
        {
            byName.TryAdd(NameKey(row.Name), row);
            foreach (string host in row.Hosts)
                byHost.TryAdd(host, row);
        }
    }

    /// <summary>A table that knows nothing.</summary>
    public static OutletTable Empty { get; } = new([]);

    /// <summary>The table of well-known outlets that ships with the engine (outlets.tsv).</summary>
    public static OutletTable Shipped { get; } = LoadShipped();

    /// <summary>Number of hosts that it knows.</summary>
    public int Hosts => byHost.Count;

    /// <summary>
    /// Reads a table: lines of name, kind, family and hosts, divided by tabs, the hosts by commas; "-" or nothing leaves a column open; lines that
    /// begin with "#" are remarks. A line that cannot be read is told in <paramref name="errors"/> ("3: …") and left out.
    /// </summary>
    public static OutletTable Parse(string text, out ImmutableArray<string> errors)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rows = new List<OutletRow>();
        var wrong = ImmutableArray.CreateBuilder<string>();
        int number = 0;
        foreach (string raw in text.Split('\n'))
        {
            number++;
            string line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (Row(line, out string why) is { } row)
                rows.Add(row);
            else
                wrong.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}: {why}"));
        }
        errors = wrong.ToImmutable();
        return new OutletTable(rows);
    }

    /// <summary>The outlet at a host or at the nearest domain above it that one owner holds; null where the table has none.</summary>
    internal OutletRow? ByHost(string host)
    {
        string registered = RegistrableDomain.Of(host);
        for (string rest = host; ; rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (byHost.TryGetValue(rest, out var row))
                return row;
            if (rest.Length <= registered.Length)
                return null;
        }
    }

    /// <summary>The outlet with exactly this name, but for case, accents and a leading "the"; null where the table has none.</summary>
    internal OutletRow? ByName(string name) => byName.GetValueOrDefault(NameKey(name));

    private static OutletRow? Row(string line, out string why)
    {
        var columns = line.Split('\t');
        string Column(int i) => i < columns.Length && columns[i].Trim() is not ("" or "-") ? columns[i].Trim() : "";
        OutletKind kind = OutletKind.Unknown;
        why = "";
        if (Column(0).Length == 0)
            why = "an outlet needs a name";
        else if (Column(1).Length > 0 && !OutletKinds.TryRead(Column(1), out kind))
            why = $"no kind of outlet: {Column(1)}";
        if (why.Length > 0)
            return null;
        var hosts = Column(3).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(h => h.ToLowerInvariant()).Select(h => h.StartsWith("www.", StringComparison.Ordinal) ? h[4..] : h);
        return new OutletRow(Column(0), Column(1).Length > 0 ? kind : null, Column(2).Length > 0 ? Column(2) : null, [.. hosts]);
    }

    private static string NameKey(string name)
    {
        var words = HostBearsOut.Words(name);
        return string.Join(' ', words is ["the", _, ..] ? words.Skip(1) : words);
    }

    private static OutletTable LoadShipped()
    {
        using var stream = typeof(OutletTable).Assembly.GetManifestResourceStream("outlets.tsv")
            ?? throw new InvalidOperationException("The assembly lacks outlets.tsv.");
        using var reader = new StreamReader(stream);
        var table = Parse(reader.ReadToEnd(), out var errors);
        return errors.IsEmpty ? table : throw new InvalidOperationException("outlets.tsv, line " + errors[0]);
    }
}
