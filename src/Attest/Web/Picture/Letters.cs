using System.Buffers.Binary;

namespace Attest.Web.Picture;

/// <summary>
/// The letters of a TrueType font as outlines: the tables <c>cmap</c> (format 4), <c>hmtx</c>, <c>loca</c> and <c>glyf</c> of the two fonts that come with the
/// program. Not for fonts from elsewhere: what it reads is ours.
/// </summary>
internal sealed class Letters
{
    private readonly byte[] font;
    private readonly Dictionary<string, int> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> glyphs = [];
    private readonly int wide;
    private readonly bool isLong;

    private Letters(byte[] font)
    {
        this.font = font;
        for (int i = 0; i < U16(4); i++)
            tables[System.Text.Encoding.ASCII.GetString(font, 12 + 16 * i, 4)] = I32(12 + 16 * i + 8);
        Units = U16(tables["head"] + 18);
        isLong = U16(tables["head"] + 50) != 0;
        wide = U16(tables["hhea"] + 34);
        ReadCharacters(tables["cmap"] + I32(tables["cmap"] + 8));
    }

    /// <summary>For headlines.</summary>
    public static Letters Headline { get; } = Of("newsreader-display.ttf");

    /// <summary>For what the system says.</summary>
    public static Letters Plain { get; } = Of("libre-franklin.ttf");

    private double Units { get; }

    /// <summary>Whether every letter of a text is there.</summary>
    public bool Has(string text) => text.EnumerateRunes().All(r => glyphs.ContainsKey(r.Value));

    /// <summary>How wide a text is.</summary>
    public double Width(string text, double size) => text.EnumerateRunes().Sum(r => Advance(Glyph(r.Value))) * size / Units;

    /// <summary>A text as an outline, its letters standing on the line.</summary>
    public Outline Set(string text, double x, double line, double size)
    {
        var outline = new Outline();
        foreach (var rune in text.EnumerateRunes())
        {
            int glyph = Glyph(rune.Value);
            Draw(outline, glyph, x, line, size / Units);
            x += Advance(glyph) * size / Units;
        }
        return outline;
    }

    private int Glyph(int character) => glyphs.GetValueOrDefault(character);

    private double Advance(int glyph) => U16(tables["hmtx"] + 4 * Math.Min(glyph, wide - 1));

    private void Draw(Outline outline, int glyph, double x, double y, double scale)
    {
        var (begin, end) = Place(glyph);
        if (begin == end)
            return;
        int contours = I16(begin);
        if (contours >= 0)
            DrawSimple(outline, begin, contours, x, y, scale);
        else
            DrawParts(outline, begin + 10, x, y, scale);
    }

    /// <summary>A letter made of others, as é of e and its accent; these fonts only shift the parts.</summary>
    private void DrawParts(Outline outline, int at, double x, double y, double scale)
    {
        const int words = 1, scaled = 8, more = 32, scaledBoth = 64, turned = 128;
        for (int flags = more; (flags & more) != 0;)
        {
            flags = U16(at);
            int glyph = U16(at + 2);
            at += 4;
            var (dx, dy) = (flags & words) != 0 ? (I16(at), I16(at + 2)) : ((sbyte)font[at], (sbyte)font[at + 1]);
            at += (flags & words) != 0 ? 4 : 2;
            at += (flags & scaled) != 0 ? 2 : (flags & scaledBoth) != 0 ? 4 : (flags & turned) != 0 ? 8 : 0;
            Draw(outline, glyph, x + dx * scale, y - dy * scale, scale);
        }
    }

    private void DrawSimple(Outline outline, int begin, int contours, double x, double y, double scale)
    {
        int at = begin + 10;
        var ends = Enumerable.Range(0, contours).Select(i => U16(at + 2 * i)).ToArray();
        at += 2 * contours;
        at += 2 + U16(at);
        int count = contours == 0 ? 0 : ends[^1] + 1;
        var flags = new byte[count];
        for (int i = 0; i < count; i++)
        {
            flags[i] = font[at++];
            if ((flags[i] & 8) != 0)
                for (int again = font[at++]; again > 0; again--, i++)
                    flags[i + 1] = flags[i];
        }
        var xs = Coordinates(flags, ref at, 2, 16);
        var ys = Coordinates(flags, ref at, 4, 32);
        for (int c = 0, from = 0; c < contours; from = ends[c++] + 1)
            DrawContour(outline, [.. Enumerable.Range(from, ends[c] - from + 1).Select(i => (x + xs[i] * scale, y - ys[i] * scale, (flags[i] & 1) != 0))]);
    }

    /// <summary>Between two points that pull a curve lies one that is on it.</summary>
    private static void DrawContour(Outline outline, (double X, double Y, bool IsOn)[] points)
    {
        int first = Array.FindIndex(points, p => p.IsOn);
        if (first < 0)
            return;
        outline.MoveTo(points[first].X, points[first].Y);
        (double X, double Y)? pull = null;
        for (int i = 1; i <= points.Length; i++)
        {
            var p = points[(first + i) % points.Length];
            if (pull is { } by)
            {
                var (toX, toY) = p.IsOn ? (p.X, p.Y) : ((by.X + p.X) / 2, (by.Y + p.Y) / 2);
                outline.CurveTo(by.X, by.Y, toX, toY);
            }
            else if (p.IsOn)
                outline.LineTo(p.X, p.Y);
            pull = p.IsOn ? null : (p.X, p.Y);
        }
    }

    private int[] Coordinates(byte[] flags, ref int at, int isShort, int isSame)
    {
        var values = new int[flags.Length];
        for (int i = 0, value = 0; i < flags.Length; i++)
        {
            if ((flags[i] & isShort) != 0)
                value += (flags[i] & isSame) != 0 ? font[at++] : -font[at++];
            else if ((flags[i] & isSame) == 0)
            {
                value += I16(at);
                at += 2;
            }
            values[i] = value;
        }
        return values;
    }

    private void ReadCharacters(int at)
    {
        int count = U16(at + 6) / 2, ends = at + 14, starts = ends + 2 * count + 2, deltas = starts + 2 * count, offsets = deltas + 2 * count;
        for (int i = 0; i < count; i++)
            for (int c = U16(starts + 2 * i); c <= U16(ends + 2 * i) && c != 0xFFFF; c++)
            {
                int offset = U16(offsets + 2 * i);
                int glyph = offset == 0 ? c : U16(offsets + 2 * i + offset + 2 * (c - U16(starts + 2 * i)));
                if (offset == 0 || glyph != 0)
                    glyphs[c] = (glyph + U16(deltas + 2 * i)) & 0xFFFF;
            }
    }

    private (int Begin, int End) Place(int glyph)
    {
        int loca = tables["loca"], glyf = tables["glyf"];
        return isLong ? (glyf + I32(loca + 4 * glyph), glyf + I32(loca + 4 * glyph + 4)) : (glyf + 2 * U16(loca + 2 * glyph), glyf + 2 * U16(loca + 2 * glyph + 2));
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at));

    private int I16(int at) => BinaryPrimitives.ReadInt16BigEndian(font.AsSpan(at));

    private int I32(int at) => BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(at));

    private static Letters Of(string name)
    {
        using var stream = typeof(Letters).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Letters(bytes);
    }
}
