using Attest.Engine.Publishing;

namespace Attest.Web.Picture;

/// <summary>
/// A story as a picture of 1200 by 630 pixels, for the previews of other sites: question, newest number, counts by standing. Drawn by the program itself: the same
/// story is the same bytes. <see cref="InWords"/> says all of it to who cannot see it.
/// </summary>
internal static class StoryPicture
{
    public const int Width = 1200, Height = 630;

    private const int Paper = 0xFCFCFA, Ink = 0x14181B, Second = 0x4C565B, Line = 0xD5DAD7;
    private const int Margin = 72;

    /// <summary>Sizes of the question, with the lines that there is room for.</summary>
    private static readonly (double Size, int Lines)[] sizes = [(76, 2), (64, 3), (54, 3), (46, 4)];

    /// <summary>The picture as PNG.</summary>
    public static byte[] Of(StoryDocument story)
    {
        var canvas = new Canvas(Width, Height, Paper);
        canvas.Fill(new Outline().Box(Margin, 64, Width - Margin, 68), Ink);
        Write(canvas, Letters.Headline, "Attest", Margin, 122, 44, Ink);
        canvas.Fill(new Outline().Circle(Margin + Letters.Headline.Width("Attest", 44) + 10, 117, 6), Standings.Colour(Standings.Confirmed));
        if (story.Sample)
            Write(canvas, Letters.Plain, "Sample data", Width - Margin - Letters.Plain.Width("Sample data", 24), 120, 24, Second);
        Question(canvas, story.Question);
        if (story.Updates.FirstOrDefault() is { } newest)
        {
            var lines = Lines(Letters.Plain, newest.Headline, 28);
            if (lines.Count <= 2 && Letters.Plain.Has(newest.Headline))
                for (int i = 0; i < lines.Count; i++)
                    Write(canvas, Letters.Plain, lines[i], Margin, 440 - 36 * (lines.Count - 1 - i), 28, Ink);
            if (Number(newest) is { } number)
                Write(canvas, Letters.Plain, number, Margin, 482, 24, Second);
        }
        canvas.Fill(new Outline().Box(Margin, 502, Width - Margin, 503), Line);
        double x = Margin;
        foreach (var (group, count) in Counts(story))
        {
            Mark(canvas, group, x + 12, 536);
            string words = $"{Words.Number(count)} {group}";
            Write(canvas, Letters.Plain, words, x + 34, 545, 26, Ink);
            x += 34 + Letters.Plain.Width(words, 26) + 32;
        }
        Write(canvas, Letters.Plain, Foot(story), Margin, 592, 22, Second);
        return Png.Write(canvas.Pixels, Width);
    }

    /// <summary>What the picture shows.</summary>
    public static string InWords(StoryDocument story)
    {
        var newest = story.Updates.FirstOrDefault();
        string number = newest is null ? "" : $" {newest.Headline}{(Number(newest) is { } n ? $" ({n})" : "")}";
        string counts = string.Join(", ", Counts(story).Select(c => $"{Words.Number(c.Count)} {c.Group}"));
        return $"{(story.Sample ? "Sample data. " : "")}{story.Question}{number}{(counts.Length > 0 ? $" Claims: {counts}." : "")} {Foot(story)}.";
    }

    /// <summary>The number with its word and with what it is the probability of.</summary>
    private static string? Number(UpdateDocument update) => NumberParts.Of(update) is { } number ? $"{number.Shown}%, {number.Word}, that this still stands after 7 days" : null;

    private static string Foot(StoryDocument story) =>
        $"{Words.Count(story.Counts.Origins, "independent origin")} · {Words.Count(story.Counts.Reports, "report")}{(Times.IsUnknown(story.LastChange) ? "" : $" · last change {Times.Full(story.LastChange)}")}";

    private static IEnumerable<(string Group, int Count)> Counts(StoryDocument story) => new[]
    {
        (Standings.Confirmed, story.Counts.Confirmed), (Standings.Unconfirmed, story.Counts.Unconfirmed), (Standings.Disputed, story.Counts.Disputed),
        (Standings.Refuted, story.Counts.Refuted), (Standings.Retracted, story.Counts.Retracted),
    }.Where(c => c.Item2 > 0);

    /// <summary>The question as large as its lines allow. Letters that the font lacks leave it out: boxes say nothing.</summary>
    private static void Question(Canvas canvas, string question)
    {
        string plain = string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (!Letters.Headline.Has(plain))
            plain = "A story as its reports bear it out";
        foreach (var (size, most) in sizes)
        {
            var lines = Lines(Letters.Headline, plain, size);
            if (lines.Count > most && size != sizes[^1].Size)
                continue;
            if (lines.Count > most)
                lines = [.. lines.Take(most - 1), lines[most - 1].TrimEnd(',', '.', ' ') + " …"];
            for (int i = 0; i < lines.Count; i++)
                Write(canvas, Letters.Headline, lines[i], Margin, 160 + size * (0.9 + 1.1 * i), size, Ink);
            return;
        }
    }

    private static List<string> Lines(Letters letters, string text, double size)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split(' '))
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            if (letters.Width(longer, size) <= Width - 2 * Margin || line.Length == 0)
            {
                line = Fitting(letters, longer, size);
                continue;
            }
            lines.Add(line);
            line = Fitting(letters, word, size);
        }
        lines.Add(line);
        return lines;
    }

    /// <summary>A word that is wider than the picture is cut.</summary>
    private static string Fitting(Letters letters, string text, double size)
    {
        while (text.Length > 1 && letters.Width(text, size) > Width - 2 * Margin)
            text = text[..^1];
        return text;
    }

    /// <summary>The mark of a standing, told apart by its shape as on the pages.</summary>
    private static void Mark(Canvas canvas, string group, double x, double y)
    {
        const double radius = 11;
        int colour = Standings.Colour(group);
        if (group is Standings.Confirmed or Standings.Refuted)
            canvas.Fill(new Outline().Circle(x, y, radius), colour);
        else
            canvas.Fill(new Outline().Circle(x, y, radius).Circle(x, y, radius - 3, isHole: true), colour);
        switch (group)
        {
            case Standings.Confirmed:
                canvas.Fill(Stroke(x - 5, y + 0.5, x - 1.5, y + 4.5), Paper);
                canvas.Fill(Stroke(x - 1.5, y + 4.5, x + 5.5, y - 4), Paper);
                break;
            case Standings.Refuted:
                canvas.Fill(Stroke(x - 4.5, y - 4.5, x + 4.5, y + 4.5), Paper);
                canvas.Fill(Stroke(x - 4.5, y + 4.5, x + 4.5, y - 4.5), Paper);
                break;
            case Standings.Disputed:
                var half = new Outline();
                half.MoveTo(x, y - radius);
                half.CurveTo(x - 2 * radius, y, x, y + radius);
                half.Close();
                canvas.Fill(half, colour);
                break;
            case Standings.Retracted:
                canvas.Fill(Stroke(x - 13, y, x + 13, y), colour);
                break;
        }
    }

    private static Outline Stroke(double fromX, double fromY, double toX, double toY)
    {
        const double half = 1.5;
        double length = Math.Sqrt((toX - fromX) * (toX - fromX) + (toY - fromY) * (toY - fromY)), dx = (toY - fromY) / length * half, dy = (toX - fromX) / length * half;
        var stroke = new Outline();
        stroke.MoveTo(fromX - dx, fromY + dy);
        stroke.LineTo(fromX + dx, fromY - dy);
        stroke.LineTo(toX + dx, toY - dy);
        stroke.LineTo(toX - dx, toY + dy);
        stroke.Close();
        return stroke;
    }

    private static void Write(Canvas canvas, Letters letters, string text, double x, double line, double size, int colour) => canvas.Fill(letters.Set(text, x, line, size), colour);
}
