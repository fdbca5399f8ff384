namespace Attest.Web.Picture;

/// <summary>A straight piece of an outline.</summary>
internal readonly record struct Edge(double FromX, double FromY, double ToX, double ToY);

/// <summary>Closed lines, curves among them taken apart into straight pieces; y grows downwards.</summary>
internal sealed class Outline
{
    private const int PiecesOfCurve = 6;

    /// <summary>A quarter of a circle as two curves bends through here.</summary>
    private const double Bend = 0.41421356237309503;

    private readonly List<Edge> edges = [];
    private double x, y, startX, startY;

    public IReadOnlyList<Edge> Edges => edges;

    public void MoveTo(double toX, double toY) => (x, y, startX, startY) = (toX, toY, toX, toY);

    public void LineTo(double toX, double toY)
    {
        edges.Add(new(x, y, toX, toY));
        (x, y) = (toX, toY);
    }

    /// <summary>A quadratic curve.</summary>
    public void CurveTo(double byX, double byY, double toX, double toY)
    {
        double fromX = x, fromY = y;
        for (int i = 1; i <= PiecesOfCurve; i++)
        {
            double t = (double)i / PiecesOfCurve, u = 1 - t;
            LineTo(u * u * fromX + 2 * u * t * byX + t * t * toX, u * u * fromY + 2 * u * t * byY + t * t * toY);
        }
    }

    public void Close() => LineTo(startX, startY);

    /// <summary>A rectangle.</summary>
    public Outline Box(double left, double top, double right, double bottom)
    {
        MoveTo(left, top);
        LineTo(right, top);
        LineTo(right, bottom);
        LineTo(left, bottom);
        Close();
        return this;
    }

    /// <summary>A circle; turned the other way it cuts a hole.</summary>
    public Outline Circle(double centreX, double centreY, double radius, bool isHole = false)
    {
        double flip = isHole ? -1 : 1, tip = radius * Bend, slant = radius * Math.Sqrt(0.5);
        (double X, double Y)[] points =
        [
            (radius, 0), (radius, tip), (slant, slant), (tip, radius), (0, radius), (-tip, radius), (-slant, slant), (-radius, tip),
            (-radius, 0), (-radius, -tip), (-slant, -slant), (-tip, -radius), (0, -radius), (tip, -radius), (slant, -slant), (radius, -tip), (radius, 0),
        ];
        MoveTo(centreX + radius, centreY);
        for (int i = 1; i + 1 < points.Length; i += 2)
            CurveTo(centreX + points[i].X, centreY + flip * points[i].Y, centreX + points[i + 1].X, centreY + flip * points[i + 1].Y);
        return this;
    }
}
