using Attest.Engine.Model;
using Attest.Engine.Publishing;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Web.Server;

/// <summary>
/// The page of an outlet, where whoever holds the token says what it is and whose. The token is sent with the form and kept nowhere, so no other site can send one in its name. The site as files
/// has the same page without the form.
/// </summary>
internal static class SourceRoutes
{
    private const int MaxBytes = 64 << 10, MostCharacters = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/sources/{key}", [HttpMethods.Get, HttpMethods.Head], ShownAsync);
        app.MapPost("/sources/{key}", PostedAsync);
    }

    private static async Task<IResult> ShownAsync(HttpContext context, ServedDesk desk, RenderedPages pages, string key, string? done)
    {
        if (key == "index.html")
            return Replies.Send(context, key, (await pages.FrontAsync(desk.Archive, "sources/index.html", new FrontView { IsLive = true }))!);
        if (Of(desk, key) is not { } source)
            return Results.NotFound();
        if (context.Request.Path.Value?.EndsWith('/') != true)
            return Results.Redirect($"/sources/{key}/", permanent: true);
        var view = ViewOf(desk, source) is { } plain && done == "edited" ? plain with { Done = "Taken down. Its stories are weighed anew within a minute; what was told before stays." } : ViewOf(desk, source);
        return Replies.Send(context, "index.html", await pages.SourceAsync(source, view));
    }

    private static async Task<IResult> PostedAsync(HttpContext context, ServedDesk desk, Workday workday, RenderedPages pages, string key)
    {
        if (context.Request.ContentLength is not (>= 0 and <= MaxBytes) || !context.Request.HasFormContentType)
            return Results.Problem("the form has more than 64 KiB, or is none", statusCode: StatusCodes.Status400BadRequest, title: "Not understood");
        if (Of(desk, key) is not { } source || ViewOf(desk, source) is not { } view)
            return Results.NotFound();
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest, title: "Not understood");
        }
        view = view with { Kind = form["kind"].ToString(), Family = string.Join(' ', form["family"].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) };
        string? wrong = null;
        OutletKind? kind = null;
        if (!desk.Token.Allows("Bearer " + form["token"]))
            wrong = "The token is not the one that the first start printed.";
        else if (view.Kind.Length > 0 && (kind = OutletWords.KindOf(view.Kind)) is null)
            wrong = $"“{view.Kind}” is no kind of outlet.";
        else if (view.Family.Length > MostCharacters || view.Family.Any(char.IsControl))
            wrong = $"An owner’s name has at most {MostCharacters} letters.";
        try
        {
            if (wrong is null)
            {
                await desk.Newsroom.EditOutletAsync(new OutletEditedBody(source.Outlet.Name, source.Outlet.Host, kind, view.Family.Length > 0 ? view.Family : null), context.RequestAborted);
                workday.Came();
                context.Response.Headers.Location = $"/sources/{key}/?done=edited";
                return Results.StatusCode(StatusCodes.Status303SeeOther);
            }
        }
        catch (LogException e)
        {
            wrong = Words.Sentence(e.Message) + ".";
        }
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(await pages.SourceAsync(source, view with { Wrong = wrong }), "text/html; charset=utf-8");
    }

    private static SourceDocument? Of(ServedDesk desk, string key) => SourceDocument.Of(desk.Archive.Wholes()).FirstOrDefault(s => s.Key == key);

    /// <summary>What was said of an outlet; null where nothing can be, in the sample.</summary>
    private static FactsView? ViewOf(ServedDesk desk, SourceDocument source)
    {
        if (desk.IsSample)
            return null;
        var edit = desk.Newsroom.OutletEdits.LastOrDefault(e => SourceDocument.KeyOf(e.Facts.Name) == source.Key);
        return new FactsView
        {
            KindEdited = edit?.Facts.Kind is null ? null : edit.At,
            FamilyEdited = edit?.Facts.Family is null ? null : edit.At,
            Kind = edit?.Facts.Kind is { } kind ? OutletWords.TokenOf(kind) : "",
            Family = edit?.Facts.Family ?? "",
        };
    }
}
