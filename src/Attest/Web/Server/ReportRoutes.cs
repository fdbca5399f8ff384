using System.ComponentModel;
using Attest.Hosting;
using Attest.Input;
using Attest.Log;

namespace Attest.Web.Server;

/// <summary>Reports in: JSON Lines, for whoever has the token. A bad line is named and skipped, the rest is kept. The answer comes when they are on the disk.</summary>
internal static class ReportRoutes
{
    /// <summary>The largest body that is read.</summary>
    public const int MaxBytes = 64 << 20;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/v1/reports", AcceptAsync)
        .WithSummary("Takes reports in: JSON Lines, one report a line; answered when they are on the disk").ProducesProblem(StatusCodes.Status401Unauthorized);

    private static async Task<IResult> AcceptAsync(HttpContext context, ServedDesk desk, Workday workday, [Description("A question to follow; the reports that bear on it become its story.")] string? question)
    {
        if (!desk.Token.Allows(context.Request.Headers.Authorization))
            return Replies.NeedsToken(context);
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException e)
        {
            return Results.Problem($"{e.Message} At most {MaxBytes >> 20} MiB are read at once: send the lines in several requests.", statusCode: e.StatusCode, title: "The body cannot be read");
        }
        body.Position = 0;
        var input = InputFiles.Read(body, "line");
        try
        {
            var taken = await desk.Newsroom.AcceptAsync(
                [.. input.Lines.Select(l => l.Line)], desk.Clock.GetUtcNow(), isLive: true, string.IsNullOrWhiteSpace(question) ? null : question.Trim(), context.RequestAborted);
            BadReportLine[] bad =
            [
                .. input.Bad.Select(b => new BadReportLine(LineOf(b.Place), b.Wrong))
                    .Concat(taken.Refused.Select(r => new BadReportLine(LineOf(input.Lines[r.Line].Place), r.Wrong)))
                    .OrderBy(b => b.Line),
            ];
            if (taken.Accepted > 0)
                workday.Came();
            return taken.Accepted + taken.Known > 0 || bad.Length == 0
                ? Results.Json(new ReportsTaken(taken.Accepted, taken.Known, bad), statusCode: StatusCodes.Status202Accepted)
                : Results.Problem("no line is a report", statusCode: StatusCodes.Status400BadRequest, title: "Nothing to keep", extensions: new Dictionary<string, object?> { ["bad"] = bad });
        }
        catch (LogException e)
        {
            return Replies.NotKept(context, e);
        }
    }

    private static int LineOf(string place) => int.Parse(place.AsSpan(place.LastIndexOf(':') + 1), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What became of a request's lines.</summary>
/// <param name="Accepted">Reports that are on the disk now.</param>
/// <param name="Known">Reports that were there before.</param>
/// <param name="Bad">Lines that are no report.</param>
internal sealed record ReportsTaken(int Accepted, int Known, IReadOnlyList<BadReportLine> Bad);

/// <summary>A line that is no report.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Problem">What is wrong with it, and the mend.</param>
internal sealed record BadReportLine(int Line, string Problem);
