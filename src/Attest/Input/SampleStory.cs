using Attest.Engine.Reading;

namespace Attest.Input;

/// <summary>The invented story that ships with the program.</summary>
internal static class SampleStory
{
    public const string Question = "Is China closing the A.I. gap faster than expected?";

    public static IReadOnlyList<ReportLine> Lines()
    {
        using var stream = typeof(SampleStory).Assembly.GetManifestResourceStream("ai-gap.jsonl")!;
        return [.. InputFiles.Read(stream, "ai-gap.jsonl").Lines.Select(l => l.Line)];
    }

    public static Intake Read() => Intake.Of(Lines());
}
