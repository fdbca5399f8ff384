using System.Buffers.Binary;
using System.IO.Compression;
using Attest.Tests.Publishing;
using Attest.Web;
using Attest.Web.Picture;

namespace Attest.Tests.Web.Picture;

/// <summary>The picture that other sites show of a story.</summary>
public sealed class StoryPictureTests
{
    [Fact]
    public void The_same_story_is_the_same_picture_and_another_question_another()
    {
        byte[] once = StoryPicture.Of(InventedStory.Document);
        Assert.Equal(once, StoryPicture.Of(InventedStory.Document));
        Assert.NotEqual(once, StoryPicture.Of(InventedStory.Document with { Question = "Will the strike end?" }));
    }

    [Fact]
    public void It_is_a_PNG_of_1200_by_630_whose_lines_are_whole()
    {
        var pixels = Pixels(StoryPicture.Of(InventedStory.Document), out int width);
        Assert.Equal((1200, 630), (width, pixels.Length / 3 / width));
        Assert.Equal(0xFCFCFA, At(pixels, 5, 5));
        Assert.Equal(0x14181B, At(pixels, 600, 66));
        Assert.Contains(Enumerable.Range(60, 200), x => Enumerable.Range(520, 40).Any(y => At(pixels, x, y) == Standings.Colour(Standings.Confirmed)));
    }

    [Theory]
    [InlineData("Длинный вопрос")]
    [InlineData("العنوان")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww")]
    [InlineData("How many people died when the ferry sank off the coast of the northern island on Monday night, who was on board, what did the captain say before it went down, and why had the owner not repaired the doors that inspectors had found to be leaking three times in the year before the voyage began from the old harbour?")]
    public void Any_question_gives_a_picture_that_stays_within_its_margins(string question)
    {
        var pixels = Pixels(StoryPicture.Of(InventedStory.Document with { Question = question }), out int width);
        for (int y = 130; y < 610; y++)
            Assert.Equal(0xFCFCFA, At(pixels, width - 60, y));
        // Nothing of the question reaches the newest update's line.
        Assert.All(Enumerable.Range(72, 1_000), x => Assert.Equal(0xFCFCFA, At(pixels, x, 374)));
    }

    [Fact]
    public void A_picture_of_more_colours_than_a_palette_holds_is_written_whole()
    {
        byte[] many = [.. Enumerable.Range(0, 300 * 4).SelectMany(i => new[] { (byte)i, (byte)(i / 256), (byte)7 })];
        Assert.Equal(many, Pixels(Png.Write(many, 300), out int width));
        byte[] few = [.. many.Take(300 * 3)];
        Assert.Equal(300, width);
        Assert.Equal(few[..(200 * 3)], Pixels(Png.Write(few.AsSpan(0, 200 * 3), 50), out _));
    }

    [Fact]
    public void Accents_and_holes_of_letters_are_drawn()
    {
        double Ink(string text)
        {
            var canvas = new Canvas(200, 100, 0xFFFFFF);
            canvas.Fill(Letters.Headline.Set(text, 10, 80, 80), 0);
            double ink = 0;
            foreach (byte part in canvas.Pixels)
                ink += 255 - part;
            return ink / 765;
        }
        Assert.True(Ink("é") > Ink("e") * 1.03);
        Assert.InRange(Ink("o"), 300, 1_100); // a disc of its size would be 1,400
        Assert.Equal(0, Ink(" "));
    }

    [Fact]
    public async Task The_page_names_it_with_its_size_and_a_text_for_who_cannot_see_it()
    {
        await using var pages = new PageRenderer();
        var story = InventedStory.Document;
        var page = Rendered.Parse(new("story", await pages.StoryAsync(new StoryLookup(story))));
        Assert.Equal("picture.png", page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        Assert.Equal("summary_large_image", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        string alternative = page.QuerySelector("meta[property='og:image:alt']")!.GetAttribute("content")!;
        Assert.StartsWith("Sample data. Will the Port Almere strike close the harbour? ", alternative, StringComparison.Ordinal);
        Assert.Contains("3 confirmed, 3 unconfirmed, 1 disputed, 1 refuted, 1 retracted", alternative, StringComparison.Ordinal);
        page = Rendered.Parse(new("story", await pages.StoryAsync(new StoryLookup(story, StoryView.Live with { Site = new Uri("https://news.example/attest") }))));
        Assert.Equal("https://news.example/attest/stories/port-almere-strike/picture.png", page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        Assert.Equal("https://news.example/attest/stories/port-almere-strike/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Contains(await Site.RenderAsync([story]), f => f.Path == "stories/port-almere-strike/picture.png" && f.Content.Length < 32_000);
    }

    private static int At(byte[] pixels, int x, int y) => pixels[(y * 1200 + x) * 3] << 16 | pixels[(y * 1200 + x) * 3 + 1] << 8 | pixels[(y * 1200 + x) * 3 + 2];

    /// <summary>Reads the picture back.</summary>
    private static byte[] Pixels(byte[] png, out int width)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        using var data = new MemoryStream();
        byte[]? palette = null;
        width = 0;
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            string type = System.Text.Encoding.ASCII.GetString(png, at + 4, 4);
            if (type == "IHDR")
                width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 8));
            if (type == "PLTE")
                palette = png[(at + 8)..(at + 8 + length)];
            if (type == "IDAT")
                data.Write(png, at + 8, length);
            at += 12 + length;
        }
        data.Position = 0;
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        using var lines = new MemoryStream();
        zlib.CopyTo(lines);
        var raw = lines.ToArray();
        return palette is null ? Above(raw, width * 3) : Named(raw, width, palette);
    }

    private static byte[] Named(byte[] raw, int width, byte[] palette) =>
        [.. Enumerable.Range(0, raw.Length / (width + 1)).SelectMany(y => raw.AsSpan(y * (width + 1) + 1, width).ToArray()).SelectMany(i => palette.AsSpan(i * 3, 3).ToArray())];

    private static byte[] Above(byte[] raw, int line)
    {
        var pixels = new byte[raw.Length / (line + 1) * line];
        for (int y = 0; y < pixels.Length / line; y++)
            for (int i = 0; i < line; i++)
                pixels[y * line + i] = (byte)(raw[y * (line + 1) + 1 + i] + (y > 0 ? pixels[(y - 1) * line + i] : 0));
        return pixels;
    }
}
