using System.Globalization;
using Attest.Engine.Gathering.Markup;
using Attest.Engine.Reading;

namespace Attest.Input;

/// <summary>A line of input that could not be used, with its place.</summary>
/// <param name="Place">FILE:LINE, or the file alone.</param>
/// <param name="Wrong">What is wrong, and the mend.</param>
internal sealed record BadLine(string Place, string Wrong)
{
    public override string ToString() => $"{Place}: {Wrong}";
}

/// <summary>What was read of some files.</summary>
/// <param name="Lines">The good lines with their places, in order of the files and their lines.</param>
/// <param name="Bad">The others.</param>
internal sealed record InputFiles(IReadOnlyList<(string Place, ReportLine Line)> Lines, IReadOnlyList<BadLine> Bad)
{
    private static readonly string[] readable = [".jsonl", ".ndjson", ".json", ".html", ".htm", ".xml", ".rss", ".atom", ".rdf"];

    /// <summary>Reads files, folders (their readable files, sorted by name) and globs (<c>*</c> and <c>?</c> in the last part).</summary>
    public static InputFiles Read(IEnumerable<string> places)
    {
        var lines = new List<(string Place, ReportLine Line)>();
        var bad = new List<BadLine>();
        foreach (string place in places)
        {
            var files = Expand(place);
            if (files.Length == 0)
                bad.Add(new BadLine(place, "no such file, or no readable file there (" + string.Join(", ", readable) + ")"));
            foreach (string file in files)
                ReadFile(file, lines, bad);
        }
        return new InputFiles(lines, bad);
    }

    private static string[] Expand(string place)
    {
        if (File.Exists(place))
            return [place];
        if (Directory.Exists(place))
            return Sorted(Directory.EnumerateFiles(place).Where(f => readable.Contains(Path.GetExtension(f).ToLowerInvariant())));
        string pattern = Path.GetFileName(place);
        string folder = Path.GetDirectoryName(place) is { Length: > 0 } named ? named : ".";
        return pattern.AsSpan().IndexOfAny('*', '?') >= 0 && Directory.Exists(folder) ? Sorted(Directory.EnumerateFiles(folder, pattern)) : [];
    }

    private static string[] Sorted(IEnumerable<string> files) => [.. files.Order(StringComparer.Ordinal)];

    private static void ReadFile(string file, List<(string Place, ReportLine Line)> lines, List<BadLine> bad)
    {
        try
        {
            if (Path.GetExtension(file).ToLowerInvariant() is ".html" or ".htm")
                ReadPage(file, lines, bad);
            else if (FeedLines.IsFeed(file))
                FeedLines.Read(file, lines, bad);
            else
            {
                using var stream = File.OpenRead(file);
                ReadLines(stream, file, lines, bad);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bad.Add(new BadLine(file, "cannot be read: " + e.Message));
        }
    }

    private static void ReadPage(string file, List<(string Place, ReportLine Line)> lines, List<BadLine> bad)
    {
        if (new FileInfo(file).Length > ReportLine.MaxBytes)
        {
            bad.Add(new BadLine(file, string.Create(CultureInfo.InvariantCulture, $"the page has more than {ReportLine.MaxBytes:N0} bytes")));
            return;
        }
        string html = PageCharacters.Read(File.ReadAllBytes(file), null);
        if (PageReader.Read(html).Canonical is { } url)
            lines.Add((file, new ReportLine { Url = url, Html = html }));
        else
            bad.Add(new BadLine(file, "the page does not say its address: give it as <link rel=\"canonical\"> or og:url"));
    }

    /// <summary>Reads JSON Lines from a stream; places are given under a name.</summary>
    public static InputFiles Read(Stream stream, string name)
    {
        var lines = new List<(string Place, ReportLine Line)>();
        var bad = new List<BadLine>();
        ReadLines(stream, name, lines, bad);
        return new InputFiles(lines, bad);
    }

    private static void ReadLines(Stream stream, string file, List<(string Place, ReportLine Line)> lines, List<BadLine> bad)
    {
        int number = 0;
        foreach (var bytes in LinesOf(stream))
        {
            number++;
            if (bytes is not null && bytes.AsSpan().Trim(" \t\r"u8).IsEmpty)
                continue;
            string place = string.Create(CultureInfo.InvariantCulture, $"{file}:{number}");
            var (line, wrong) = bytes is null ? (null, (string?)TooLong) : ReportLine.Read(bytes);
            if (line is not null)
                lines.Add((place, line));
            else
                bad.Add(new BadLine(place, wrong!));
        }
    }

    private static string TooLong => string.Create(CultureInfo.InvariantCulture, $"the line is longer than {ReportLine.MaxBytes:N0} bytes");

    /// <summary>The lines' bytes without their ends; null for one that is too long, which is passed over without being held.</summary>
    private static IEnumerable<byte[]?> LinesOf(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var line = new MemoryStream();
        bool tooLong = false, any = false, first = true;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            int from = first && buffer.AsSpan(0, read).StartsWith("\uFEFF"u8) ? 3 : 0;
            first = false;
            while (from < read)
            {
                int end = Array.IndexOf(buffer, (byte)'\n', from, read - from);
                int until = end < 0 ? read : end;
                any = true;
                if (line.Length + until - from > ReportLine.MaxBytes)
                    tooLong = true;
                else if (!tooLong)
                    line.Write(buffer, from, until - from);
                from = until + 1;
                if (end < 0)
                    break;
                yield return tooLong ? null : line.ToArray();
                line.SetLength(0);
                (tooLong, any) = (false, false);
            }
        }
        if (any)
            yield return tooLong ? null : line.ToArray();
    }
}
