using Attest.Engine.Model;

namespace Attest.Hosting;

/// <summary>What makes a version of a report the same as another: its address and its content.</summary>
internal static class ReportKey
{
    public static string Of(Report report) => report.Id.Value + "|" + report.ContentHash;

    /// <summary>The id of the report, which all its versions share.</summary>
    public static string IdOf(string key) => key[..key.IndexOf('|', StringComparison.Ordinal)];

    /// <summary>The hash of the content.</summary>
    public static string ContentOf(string key) => key[(key.IndexOf('|', StringComparison.Ordinal) + 1)..];
}
