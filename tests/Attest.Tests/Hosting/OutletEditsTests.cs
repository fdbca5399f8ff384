using Attest.Engine.Model;
using Attest.Engine.Publishing;
using Attest.Hosting;

namespace Attest.Tests.Hosting;

/// <summary>What an operator says of an outlet: standings follow it from then on, and what was told before stays.</summary>
public sealed class OutletEditsTests : IAsyncLifetime
{
    private readonly Kept kept = new();
    private Newsroom newsroom = null!;

    public async ValueTask InitializeAsync()
    {
        newsroom = kept.Open();
        await Kept.IngestAsync(newsroom, [
            Kept.Line("herald", "fire", "2026-03-02T09:00:00Z", "A fire at the Corran mill in Ostby destroyed the drying hall on Monday. The Herald’s reporter saw the hall burn."),
            Kept.Line("courier", "mill", "2026-03-02T15:00:00Z", "The drying hall of the Corran mill in Ostby was destroyed by a fire on Monday. The Courier’s reporter was there."),
            Kept.Line("post", "hall", "2026-03-02T16:00:00Z", "A fire destroyed the drying hall of the Corran mill in Ostby on Monday, a reporter of the Post saw."),
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await newsroom.DisposeAsync();
        kept.Dispose();
    }

    [Fact]
    public async Task Outlets_that_turn_out_to_be_one_owners_confirm_each_other_no_longer_and_the_story_tells_it()
    {
        var before = Now();
        Assert.Contains(before.Claims, c => c.Confirmed);
        foreach (string outlet in new[] { "herald", "courier", "post" })
            await EditAsync(outlet, null, "Ostby Media");
        var after = Now();
        Assert.DoesNotContain(after.Claims, c => c.Confirmed);
        Assert.All(after.Outlets, o => Assert.Equal("Ostby Media", o.Family));
        var told = after.Updates[0];
        Assert.Contains(told.Changes, c => c.Kind == "demoted");
        Assert.True(told.At > before.AsOf);
        // What was told before stays, and so does the story as of then.
        Assert.Equal(before.Updates.Select(u => u.Headline), after.Updates.TakeLast(before.Updates.Length).Select(u => u.Headline));
        Assert.Equal(Kept.Bytes(before), Kept.Bytes(newsroom.Archive.Story(before.Slug, before.AsOf)));
        var moved = after.Claims.First(c => c.Id == before.Claims.First(b => b.Confirmed).Id);
        Assert.Contains(moved.History, h => h.Standing == "corroborated");
        Assert.Equal(moved.Standing, moved.History[^1].Standing);
    }

    [Fact]
    public async Task What_was_said_is_taken_back_by_saying_nothing_and_the_log_gives_the_same_bytes_again()
    {
        await EditAsync("courier", null, "Herald Group");
        await EditAsync("herald", OutletKind.Aggregator, "Herald Group");
        await EditAsync("post", OutletKind.Aggregator, null);
        Assert.DoesNotContain(Now().Claims, c => c.Confirmed);
        foreach (string outlet in new[] { "herald", "courier", "post" })
            await EditAsync(outlet, null, null);
        var again = Now();
        Assert.Contains(again.Claims, c => c.Confirmed);
        Assert.Contains(again.Updates[0].Changes, c => c.Kind == "confirmed");
        var verified = Verification.Of(newsroom.Log, (_, _) => { }, CancellationToken.None);
        Assert.Null(verified.Why);
        Assert.Equal(0, verified.ToldOtherwise);
        await newsroom.DisposeAsync();
        File.Delete(Path.Combine(kept.Folder, "cache.db"));
        newsroom = kept.Open();
        Assert.Equal(Kept.Bytes(again), Kept.Bytes(Now()));
    }

    [Fact]
    public async Task What_is_known_of_an_outlet_holds_for_its_later_reports_in_this_story_and_in_others()
    {
        await EditAsync("herald", OutletKind.Official, "City of Ostby");
        await Kept.IngestAsync(newsroom, [
            Kept.Line("herald", "later", "2026-03-03T09:00:00Z", "The Corran mill in Ostby will stay closed until June, the owner of the mill said on Tuesday."),
        ]);
        await Kept.IngestAsync(newsroom, [Kept.Line("herald", "bridge", "2026-03-04T09:00:00Z", "The bridge of Vessby was opened on Wednesday.")], "When does the bridge of Vessby open?");
        Assert.Equal(2, newsroom.Archive.All().Length);
        var facts = newsroom.Archive.Wholes().SelectMany(s => s.Outlets).Where(o => o.Name == "herald").Select(o => (o.Kind, o.KindFrom, o.Family)).Distinct();
        Assert.Equal(("official", "operator", "City of Ostby"), Assert.Single(facts));
        Assert.Null(Verification.Of(newsroom.Log, (_, _) => { }, CancellationToken.None).Why);
    }

    [Fact]
    public async Task What_is_said_while_reports_wait_is_told_after_them()
    {
        await newsroom.AcceptAsync([Kept.Line("tribune", "four", "2026-03-02T17:30:00Z", "Four people were hurt in the fire at the Corran mill in Ostby, the Ostby fire brigade said.")], null, isLive: false, null, CancellationToken.None);
        await newsroom.PlaceAsync(show: true, CancellationToken.None);
        await newsroom.EditOutletAsync(new OutletEditedBody("courier", "courier.example", null, "herald.example"), CancellationToken.None);
        await newsroom.EditOutletAsync(new OutletEditedBody("post", "post.example", null, "herald.example"), CancellationToken.None);
        await SettleAsync();
        var verified = Verification.Of(newsroom.Log, (_, _) => { }, CancellationToken.None);
        Assert.Null(verified.Why);
        Assert.DoesNotContain(Now().Claims, c => c.Confirmed);
        Assert.Equal(4, Now().Counts.Reports);
        Assert.False(StoryEntries.Of(newsroom.Log, Now().Id)!.IsPending);
    }

    private StoryDocument Now() => newsroom.Archive.Story(newsroom.Archive.All().Single(s => s.Question.Length > 0).Slug)!;

    private async Task EditAsync(string outlet, OutletKind? kind, string? family)
    {
        await newsroom.EditOutletAsync(new OutletEditedBody(outlet, outlet + ".example", kind, family), CancellationToken.None);
        await SettleAsync();
    }

    private Task SettleAsync() => newsroom.SettleAsync(DateTimeOffset.UnixEpoch, everywhere: false, CancellationToken.None);
}
