using System.Text;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Tests.Hosting;

/// <summary>A text that must go is gone from the log, from what was derived of it, and from pages; the log says why, and holds.</summary>
public sealed class TextRemovalTests
{
    [Fact]
    public async Task A_removed_text_is_quoted_nowhere_any_more_and_readers_are_not_told_that_nothing_changed()
    {
        using var kept = new Kept();
        const string Question = "What happened at the Corran mill in Ostby?";
        const string Secret = "Ana Belmonte of 4 Quay Street";
        var line = Kept.Line("herald", "fire", "2026-03-02T09:00:00Z", $"Two people died in a fire at the Corran mill in Ostby on Monday, police said. {Secret} was hurt in the fire.");
        string slug;
        int version;
        await using (var newsroom = kept.Open())
        {
            await Kept.IngestAsync(newsroom, [line, Kept.Line("courier", "mill", "2026-03-02T09:20:00Z", "Three people died in the fire at the Corran mill in Ostby, the Ostby fire brigade said.")], Question);
            var before = newsroom.Archive.Find(newsroom.Archive.All()[0].Slug)!;
            (slug, version) = (before.Document.Slug, before.Version);
            Assert.Contains(before.Document.Claims.SelectMany(c => c.Evidence), e => e.Quote.Contains(Secret, StringComparison.Ordinal));
        }
        await using (var newsroom = kept.Open())
        {
            var removal = new TextRemoval(newsroom.Log, newsroom.Cache, TimeProvider.System);
            Assert.Null(await removal.RemoveAsync("https://nobody.example/", "law", CancellationToken.None));
            Assert.Equal(new TextsRemoved(1, 1), await removal.RemoveAsync(line.Url + "/", "a court ordered it", CancellationToken.None));
        }
        string cache = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Path.Combine(kept.Folder, "cache.db")));
        Assert.DoesNotContain(Secret, cache, StringComparison.Ordinal);
        await using (var newsroom = kept.Open())
        {
            var after = newsroom.Archive.Find(slug)!;
            Assert.True(after.Version > version);
            Assert.DoesNotContain(after.Document.Claims.SelectMany(c => c.Evidence), e => e.Quote.Contains(Secret, StringComparison.Ordinal));
            Assert.Contains(after.Document.Reports, r => r.Flags.Contains("text-removed"));
            Assert.Contains(newsroom.Log.Read(), e => e.Kind == EntryKinds.TextRemoved && e.Body.Contains("a court ordered it", StringComparison.Ordinal));
            var verified = Verification.Of(newsroom.Log, (_, _) => { }, CancellationToken.None);
            Assert.Null(verified.Why);
            Assert.Equal(1, verified.RemovedTexts);
            // The story goes on.
            await Kept.IngestAsync(newsroom, [Kept.Line("post", "later", "2026-03-02T10:00:00Z", "The fire at the Corran mill in Ostby killed three people, the coroner said.")], Question);
            Assert.Equal(3, newsroom.Archive.Story(slug)!.Counts.Reports);
        }
    }
}
