using Attest.Engine.Publishing;
using Attest.Hosting;
using Attest.Web;
using Spectre.Console;

namespace Attest.Commands;

/// <summary>Stories and claims on a terminal: colour where there is one, plain text where the output goes to a file.</summary>
internal static class StoryView
{
    public static void Write(StoryDocument story, IAnsiConsole console)
    {
        console.MarkupLine($"[bold]{Safe(story.Question)}[/]");
        console.MarkupLine($"[dim]{Safe(Facts(story))}[/]");
        if (story.Sample)
            console.MarkupLine("[dim]Sample data: outlets, people and figures are invented.[/]");
        Text(console, string.Join(' ', story.Summary.Select(s => s.Text)));
        Heading(console, "What changed");
        Text(console, story.WhatChanged.Text);
        foreach (var (group, heading, colour) in new[]
        {
            (Standings.Confirmed, "What’s confirmed", "green"), (Standings.Disputed, "Disputed", "yellow"),
            (Standings.Unconfirmed, "Still unconfirmed", "blue"), (Standings.Refuted, "Refuted", "red"), (Standings.Retracted, "Corrections", "red"),
            (Standings.Revised, "Out of date", "grey"),
        })
        {
            var claims = story.Claims.Where(c => c.Kind != "utterance" && Standings.Group(c.Standing) == group).ToList();
            if (claims.Count == 0)
                continue;
            Heading(console, heading);
            var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
            foreach (var claim in claims)
                grid.AddRow($"[{colour}]{claim.Standing}[/]", $"{Safe(claim.Text)} [dim]{Safe(Words.Backing(claim))} · {claim.Id}[/]");
            console.Write(grid);
        }
        if (story.Updates.FirstOrDefault() is { } newest)
        {
            Heading(console, "Newest update");
            console.MarkupLine($"{Safe(newest.Headline)} [dim]{Times.Full(newest.At)}{(newest.Confidence is { } c ? FormattableString.Invariant($" · {c * 100:F0}% ({newest.Word}), not yet calibrated") : "")}[/]");
            if (story.Updates.Length > 1)
                console.MarkupLine($"[dim]{Words.Count(story.Updates.Length - 1, "earlier update")}: 'attest export {story.Slug} --format md --out FILE' has all[/]");
        }
    }

    public static void Write(FoundClaim found, IAnsiConsole console)
    {
        var (story, claim) = found;
        console.MarkupLine($"[bold]{Safe(claim.Text)}[/]");
        string likely = claim.Probability is { } p ? FormattableString.Invariant($" · probability {p:F2}, not yet calibrated") : "";
        console.MarkupLine($"{claim.Standing} [dim]{Safe(Words.Backing(claim))}{likely}[/]");
        Text(console, claim.Reason + (claim.WouldSettle is null ? "" : " " + claim.WouldSettle));
        console.MarkupLine($"[dim]Story: {Safe(story.Question)} ({story.Slug}). Rules: {string.Join(", ", claim.Rules)}.[/]");
        Heading(console, "Evidence");
        var outlets = story.Reports.ToDictionary(r => r.Id, r => r.Outlet, StringComparer.Ordinal);
        foreach (var evidence in claim.Evidence)
            console.MarkupLine($"{Safe(outlets.GetValueOrDefault(evidence.Report, evidence.Report))} [dim]{evidence.Stance}, {evidence.Kind}, {Times.Full(evidence.At)}{(evidence.Withdrawn ? ", withdrawn" : "")}[/]\n  “{Safe(evidence.Quote)}”");
        if (claim.Contributions.IsEmpty)
            return;
        Heading(console, "The number");
        foreach (var part in claim.Contributions)
            console.MarkupLine($"{part.LogOdds,7:+0.00;-0.00;0.00}  {Safe(part.What)}");
    }

    private static string Facts(StoryDocument story) =>
        $"{story.Slug} · as of {Times.Full(story.AsOf)} · {Words.Count(story.Counts.Reports, "report")} from {Words.Count(story.Counts.Outlets, "outlet")}, {Words.Count(story.Counts.Origins, "independent origin")}";

    private static void Heading(IAnsiConsole console, string heading) => console.MarkupLine($"\n[bold underline]{Safe(heading)}[/]");

    private static void Text(IAnsiConsole console, string text)
    {
        if (text.Length > 0)
            console.MarkupLine(Safe(text));
    }

    private static string Safe(string text) => Markup.Escape(Terminal.Plain(text));
}
