using System.Collections.Immutable;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Grouping;

/// <summary>A term of a report as grouping sees it.</summary>
/// <param name="Text">Stem of a word, or "#" and the value of a number.</param>
/// <param name="Form">The term as first written, for people to read.</param>
/// <param name="Count">How often the report says it.</param>
/// <param name="IsName">Whether it is (part of) a proper name there.</param>
/// <param name="InLead">Whether it stands in the title or the opening.</param>
public readonly record struct FeatureTerm(string Text, string Form, int Count, bool IsName, bool InLead)
{
    /// <summary>Whether it is a number.</summary>
    public bool IsFigure => Text[0] == '#';
}

/// <summary>What grouping needs of a report: its terms and its time. The same report always gives the same features.</summary>
/// <param name="Key">The report's id.</param>
/// <param name="At">When the report takes effect, UTC.</param>
/// <param name="Terms">Its terms, ordered by text (ordinal).</param>
public sealed record ReportFeatures(string Key, DateTimeOffset At, ImmutableArray<FeatureTerm> Terms)
{
    /// <summary>Terms of the issuer's name where the report is an authority's or a company's own; else empty.</summary>
    public ImmutableArray<string> Issuer { get; init; } = [];

    /// <summary>Counted things, ordered: "48000 kettl".</summary>
    public ImmutableArray<string> Quantities { get; init; } = [];

    /// <summary>The features of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="title">Its title, analysed; without sentences where there is none.</param>
    /// <param name="body">Its text, analysed.</param>
    public static ReportFeatures Of(Report report, AnalysedText title, AnalysedText body)
    {
        ArgumentNullException.ThrowIfNull(report);
        // An issuer speaks of itself as "we": its name belongs to what it says. A newsroom's name does not.
        bool issues = report.Outlet.Kind is OutletKind.Official or OutletKind.Company;
        return Of(report.Id.Value, report.At, title, body, issues ? report.Outlet.Name : "");
    }

    /// <summary>The features of a question.</summary>
    public static ReportFeatures OfQuestion(AnalysedText question) => Of("", DateTimeOffset.UnixEpoch, question, new AnalysedText("", []));

    internal static ReportFeatures Of(string key, DateTimeOffset at, AnalysedText title, AnalysedText body, string issuer = "")
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(body);
        var reader = new FeatureReader();
        string[] names = [.. issuer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(reader.ReadIssuer).OfType<string>()];
        foreach (var sentence in body.Sentences)
            reader.ReadBody(sentence);
        foreach (var sentence in title.Sentences)
            reader.ReadTitle(sentence);
        return new ReportFeatures(key, at, reader.Terms) { Issuer = [.. names], Quantities = reader.Quantities };
    }
}
