using Attest.Engine.Gathering.Feeds;
using Attest.Fetch;
using Attest.Log;

namespace Attest.Web.Server;

/// <summary>
/// The page of feeds: what is followed and how it does, and the forms of whoever holds the token. The token is sent with each form and kept nowhere, so no
/// other site can send one in its name.
/// </summary>
internal static class FeedsRoutes
{
    private const int MaxBytes = 2 << 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/feeds", [HttpMethods.Get, HttpMethods.Head], ShownAsync);
        app.MapPost("/feeds", PostedAsync);
    }

    private static async Task<IResult> ShownAsync(HttpContext context, ServedDesk desk, FeedDesk feeds, FeedRounds rounds, RenderedPages pages, string? done)
    {
        if (context.Request.Path.Value?.EndsWith('/') != true)
            return Results.Redirect("/feeds/", permanent: true);
        return Replies.Send(context, "index.html", await pages.FeedsAsync(ViewOf(desk, feeds, rounds) with
        {
            Done = done switch { "followed" => "Followed from now on. New feeds are asked within a minute.", "left" => "Followed no longer. What was read stays.", _ => null },
        }));
    }

    private static FeedsView ViewOf(ServedDesk desk, FeedDesk feeds, FeedRounds rounds) => new()
    {
        Feeds = [.. feeds.PublicRows],
        Questions = QuestionRows.Of(feeds, desk.Newsroom.Archive),
        Now = desk.Clock.GetUtcNow(),
        Gathers = desk.Settings.Gather,
        Trouble = rounds.Trouble,
    };

    private static async Task<IResult> PostedAsync(HttpContext context, ServedDesk desk, FeedDesk feeds, FeedRounds rounds, RenderedPages pages)
    {
        if (context.Request.ContentLength is not (>= 0 and <= MaxBytes) || !context.Request.HasFormContentType)
            return Results.Problem("the form has more than 2 MiB, or is none", statusCode: StatusCodes.Status400BadRequest, title: "Not understood");
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest, title: "Not understood");
        }
        string? wrong;
        try
        {
            wrong = !desk.Token.Allows("Bearer " + form["token"]) ? "The token is not the one that the first start printed."
                : form["do"] == "leave" ? await LeaveAsync(feeds, form["leave"].ToString(), context.RequestAborted)
                : await FollowAsync(feeds, form, context.RequestAborted);
        }
        catch (LogException e)
        {
            wrong = Words.Sentence(e.Message) + ".";
        }
        if (wrong is null)
        {
            context.Response.Headers.Location = "/feeds/?done=" + (form["do"] == "leave" ? "left" : "followed");
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
        var page = await pages.FeedsAsync(ViewOf(desk, feeds, rounds) with { Wrong = wrong, Question = form["question"].ToString(), Addresses = form["feeds"].ToString() });
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(page, "text/html; charset=utf-8");
    }

    /// <returns>What is wrong; null where it is followed now.</returns>
    private static async Task<string?> FollowAsync(FeedDesk feeds, IFormCollection form, CancellationToken cancel)
    {
        var addresses = form["feeds"].ToString().Split(['\n', '\r', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (form.Files.GetFile("opml") is { Length: > 0 } file)
        {
            var bytes = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, cancel);
            if (Opml.Read(bytes) is not { } listed)
                return $"“{file.FileName}” is no list of feeds (OPML).";
            addresses.AddRange(listed.Select(f => f.Address));
        }
        if (FollowWish.Of(form["question"], addresses, out string? wrong) is not { } wish)
            return Words.Sentence(wrong!) + ".";
        await feeds.FollowAsync(wish.Question, wish.Addresses, cancel);
        return null;
    }

    private static async Task<string?> LeaveAsync(FeedDesk feeds, string id, CancellationToken cancel)
    {
        bool was = feeds.Rows.FirstOrDefault(f => f.Id == id) is { } feed ? await feeds.LeaveAsync(feed.Address, cancel) : await feeds.LeaveQuestionAsync(id, cancel);
        return was ? null : "That is not followed.";
    }
}
