namespace Attest.Web.Picture;

/// <summary>An area of pixels on which outlines are filled, with soft edges. Plain arithmetic in a fixed order: the same outlines give the same bytes on every machine.</summary>
internal sealed class Canvas
{
    /// <summary>Lines that are looked at within one of pixels.</summary>
    private const int Fine = 5;

    /// <summary>Steps from no cover to a whole one: an eye sees no more at the edge of a letter, and so few colours fit into a palette.</summary>
    private const int Steps = 12;

    private readonly int width, height;
    private readonly byte[] pixels;

    public Canvas(int width, int height, int paper)
    {
        (this.width, this.height, pixels) = (width, height, new byte[width * height * 3]);
        for (int i = 0; i < width * height; i++)
            Set(i, paper);
    }

    /// <summary>The pixels: three bytes each, line by line from the top.</summary>
    public ReadOnlySpan<byte> Pixels => pixels;

    /// <summary>Fills what an outline winds around.</summary>
    public void Fill(Outline outline, int colour)
    {
        var edges = outline.Edges.Where(e => e.FromY != e.ToY).OrderBy(e => Math.Min(e.FromY, e.ToY)).ToArray();
        if (edges.Length == 0)
            return;
        int top = Math.Max(0, (int)Math.Floor(edges.Min(e => Math.Min(e.FromY, e.ToY)))), bottom = Math.Min(height, (int)Math.Ceiling(edges.Max(e => Math.Max(e.FromY, e.ToY))));
        var cover = new double[width];
        var crossings = new List<(double X, int Turn)>();
        for (int y = top; y < bottom; y++)
        {
            Array.Clear(cover);
            for (int part = 0; part < Fine; part++)
            {
                double at = y + (part + 0.5) / Fine;
                crossings.Clear();
                foreach (var e in edges)
                {
                    if (Math.Min(e.FromY, e.ToY) > at)
                        break;
                    if (e.FromY <= at != e.ToY <= at)
                        crossings.Add((e.FromX + (at - e.FromY) / (e.ToY - e.FromY) * (e.ToX - e.FromX), e.ToY > e.FromY ? 1 : -1));
                }
                crossings.Sort((a, b) => a.X.CompareTo(b.X));
                int winds = 0;
                for (int i = 0; i + 1 < crossings.Count; i++)
                    if ((winds += crossings[i].Turn) != 0)
                        Cover(cover, crossings[i].X, crossings[i + 1].X);
            }
            for (int x = 0; x < width; x++)
                if (cover[x] > 0)
                    Blend(y * width + x, colour, Math.Round(Math.Min(1, cover[x] / Fine) * Steps) / Steps);
        }
    }

    private void Cover(double[] cover, double from, double to)
    {
        (from, to) = (Math.Clamp(from, 0, width), Math.Clamp(to, 0, width));
        for (int x = (int)from; x < to; x++)
            cover[x] += Math.Min(to, x + 1) - Math.Max(from, x);
    }

    private void Blend(int at, int colour, double share)
    {
        for (int part = 0; part < 3; part++)
        {
            int own = colour >> (16 - 8 * part) & 0xFF, there = pixels[at * 3 + part];
            pixels[at * 3 + part] = (byte)(there + (int)Math.Round((own - there) * share, MidpointRounding.AwayFromZero));
        }
    }

    private void Set(int at, int colour) => (pixels[at * 3], pixels[at * 3 + 1], pixels[at * 3 + 2]) = ((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
}
