using System.ComponentModel;
using System.Text.Json;
using Attest.Fetch;
using Attest.Log;

namespace Attest.Web.Server;

/// <summary>What is followed, for programs: anybody may read it, whoever has the token may change it.</summary>
internal static class FollowRoutes
{
    private const int MaxBytes = 1 << 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/questions", (ServedDesk desk, FeedDesk feeds) => Results.Json(new QuestionList(QuestionRows.Of(feeds, desk.Newsroom.Archive)))).WithSummary("The followed questions, newest first");
        app.MapPost("/api/v1/questions", FollowAsync).WithSummary("Follow a question, with feeds to read for it").ProducesProblem(StatusCodes.Status401Unauthorized);
        app.MapDelete("/api/v1/questions/{id}", (HttpContext context, ServedDesk desk, FeedDesk feeds, [Description("The question’s id in the list.")] string id) =>
            LeaveAsync(context, desk, () => feeds.LeaveQuestionAsync(id, context.RequestAborted), $"no question {id} is followed")).WithSummary("Follow a question no longer; its story stays").ProducesProblem(StatusCodes.Status401Unauthorized);
        app.MapGet("/api/v1/feeds", (HttpContext context, ServedDesk desk, FeedDesk feeds) =>
            Results.Json(new FeedList(desk.Token.Allows(context.Request.Headers.Authorization) ? feeds.Rows : feeds.PublicRows))).WithSummary("The followed feeds and how each does");
        app.MapPost("/api/v1/feeds", FollowAsync).WithSummary("Follow feeds for all stories").ProducesProblem(StatusCodes.Status401Unauthorized);
        app.MapDelete("/api/v1/feeds/{id}", (HttpContext context, ServedDesk desk, FeedDesk feeds, [Description("The feed’s id in the list.")] string id) =>
            LeaveAsync(context, desk, async () => feeds.Rows.FirstOrDefault(f => f.Id == id) is { } feed && await feeds.LeaveAsync(feed.Address, context.RequestAborted), $"no feed {id} is followed")).WithSummary("Follow a feed no longer; what was read stays").ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> FollowAsync(HttpContext context, ServedDesk desk, FeedDesk feeds)
    {
        if (!desk.Token.Allows(context.Request.Headers.Authorization))
            return Replies.NeedsToken(context);
        FollowBody? body;
        try
        {
            if (context.Request.ContentLength > MaxBytes)
                return Results.Problem("the body has more than 1 MiB", statusCode: StatusCodes.Status413PayloadTooLarge, title: "Too large");
            body = await JsonSerializer.DeserializeAsync<FollowBody>(context.Request.Body, JsonSerializerOptions.Web, context.RequestAborted);
        }
        catch (JsonException e)
        {
            return Results.Problem($"the body is no JSON of the form {{\"question\": \"…\", \"feeds\": [\"https://…\"]}}: {e.Message}", statusCode: StatusCodes.Status400BadRequest, title: "Not understood");
        }
        if (FollowWish.Of(body?.Question, body?.Feeds ?? [], out string? wrong) is not { } wish)
            return Results.Problem(wrong, statusCode: StatusCodes.Status400BadRequest, title: "Nothing to follow");
        try
        {
            int added = await feeds.FollowAsync(wish.Question, wish.Addresses, context.RequestAborted);
            var rows = feeds.Rows.Where(r => wish.Addresses.Contains(r.Address)).ToArray();
            var question = wish.Question is { } words ? QuestionRows.Of(feeds, desk.Newsroom.Archive).FirstOrDefault(q => q.Question == words) : null;
            return Results.Json(new NowFollowed(question, added, rows), statusCode: StatusCodes.Status201Created);
        }
        catch (LogException e)
        {
            return Replies.NotKept(context, e);
        }
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, ServedDesk desk, Func<Task<bool>> leave, string absent)
    {
        if (!desk.Token.Allows(context.Request.Headers.Authorization))
            return Replies.NeedsToken(context);
        try
        {
            return await leave() ? Results.NoContent() : Replies.Absent(absent);
        }
        catch (LogException e)
        {
            return Replies.NotKept(context, e);
        }
    }
}

/// <summary>What is to be followed.</summary>
/// <param name="Question">The question; left out, stories are found among all that the feeds bring.</param>
/// <param name="Feeds">Addresses of feeds, or of sites that name one.</param>
internal sealed record FollowBody(string? Question, IReadOnlyList<string>? Feeds);

/// <summary>What is followed from now on.</summary>
/// <param name="Question">The question; null where none was given.</param>
/// <param name="Added">How many of the feeds were not followed so before.</param>
/// <param name="Feeds">The feeds that were given.</param>
internal sealed record NowFollowed(QuestionRow? Question, int Added, IReadOnlyList<FeedRow> Feeds);

/// <summary>The followed questions, newest first.</summary>
/// <param name="Questions">The questions.</param>
internal sealed record QuestionList(IReadOnlyList<QuestionRow> Questions);

/// <summary>The followed feeds.</summary>
/// <param name="Feeds">The feeds.</param>
internal sealed record FeedList(IReadOnlyList<FeedRow> Feeds);
