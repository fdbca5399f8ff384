using System.ComponentModel;
using System.Text.Json;
using Attest.Alerts;
using Attest.Fetch;
using Attest.Log;
using Microsoft.AspNetCore.Http.Features;

namespace Attest.Web.Server;

/// <summary>Addresses that are told of changes, for whoever has the token: nobody else learns them.</summary>
internal static class WebhookRoutes
{
    private const int MaxBytes = 16 << 10;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/webhooks", (HttpContext context, ServedDesk desk, Alerting alerts) => desk.Token.Allows(context.Request.Headers.Authorization)
            ? Results.Json(new WebhookList([.. alerts.Book.Now.ById.Values.Select(h => HookRow.Of(h, alerts.Book.StateOf(h.Id)))], alerts.HubTrouble))
            : Replies.NeedsToken(context)).WithSummary("The addresses that are told of changes, and how each does").ProducesProblem(StatusCodes.Status401Unauthorized);
        app.MapPost("/api/v1/webhooks", AddAsync).WithSummary("Have an address told of changes; the answer holds the secret of its signatures").ProducesProblem(StatusCodes.Status401Unauthorized);
        app.MapDelete("/api/v1/webhooks/{id}", RemoveAsync).WithSummary("Have an address told nothing more").ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> AddAsync(HttpContext context, ServedDesk desk, FeedDesk feeds, Alerting alerts)
    {
        if (!desk.Token.Allows(context.Request.Headers.Authorization))
            return Replies.NeedsToken(context);
        WebhookWish? wish;
        try
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                limit.MaxRequestBodySize = MaxBytes;
            wish = await JsonSerializer.DeserializeAsync<WebhookWish>(context.Request.Body, JsonSerializerOptions.Web, context.RequestAborted);
        }
        catch (JsonException e)
        {
            return Wrong($"the body is no JSON of the form {{\"address\": \"https://…\", \"story\": \"SLUG\"}}: {e.Message}");
        }
        catch (BadHttpRequestException e)
        {
            return Results.Problem(e.Message, statusCode: e.StatusCode, title: "The body cannot be read");
        }
        if (HookWish.Of(wish?.Address, desk.Settings.AllowHosts, out string? wrong) is not { } address)
            return Wrong(wrong!);
        string? story = string.IsNullOrWhiteSpace(wish!.Story) ? null : wish.Story.Trim();
        if (story is not null && (story = desk.Newsroom.Archive.Find(story!)?.Id ?? feeds.Following.Questions.FirstOrDefault(q => q.Story == wish.Story!.Trim())?.Story) is null)
            return Wrong($"there is no story {wish.Story!.Trim()}, and no followed question with that id");
        try
        {
            if (await alerts.Book.AddAsync(address, story, context.RequestAborted) is not { } hook)
                return Wrong($"{HookBook.Most} addresses are told already; remove one first");
            alerts.Wake();
            return Results.Json(new WebhookAdded(HookRow.Of(hook, alerts.Book.StateOf(hook.Id)), desk.AlertKey.WrittenSecretOf(hook.Id)), statusCode: StatusCodes.Status201Created);
        }
        catch (LogException e)
        {
            return Replies.NotKept(context, e);
        }
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, ServedDesk desk, Alerting alerts, [Description("The address’s id in the list.")] string id)
    {
        if (!desk.Token.Allows(context.Request.Headers.Authorization))
            return Replies.NeedsToken(context);
        try
        {
            bool was = await alerts.Book.RemoveAsync(id, context.RequestAborted);
            alerts.Wake();
            return was ? Results.NoContent() : Replies.Absent($"there is no webhook {id}");
        }
        catch (LogException e)
        {
            return Replies.NotKept(context, e);
        }
    }

    private static IResult Wrong(string why) => Results.Problem(why, statusCode: StatusCodes.Status400BadRequest, title: "Nobody to tell");
}

/// <summary>An address that somebody wants to have told of changes.</summary>
/// <param name="Address">The address.</param>
/// <param name="Story">The story’s part of its address, or its id; all stories where null.</param>
internal sealed record WebhookWish(string? Address, string? Story);

/// <summary>An address that is told from now on.</summary>
/// <param name="Webhook">It.</param>
/// <param name="Secret">By which its receiver checks signatures.</param>
internal sealed record WebhookAdded(HookRow Webhook, string Secret);

/// <summary>The addresses that are told.</summary>
/// <param name="Webhooks">The addresses.</param>
/// <param name="Hub">What telling the WebSub hub last failed of; null while it arrives, or where there is none.</param>
internal sealed record WebhookList(IReadOnlyList<HookRow> Webhooks, string? Hub);
