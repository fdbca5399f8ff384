using System.Collections.Immutable;

namespace Attest.Engine.Weighing;

/// <summary>What the method page prints of the tables that weighing itself uses, so that the two cannot differ.</summary>
public static class MethodFacts
{
    /// <summary>R2: origins that a confirmation needs.</summary>
    public static int Origins => Calibration.Origins;

    /// <summary>R14: origins that it needs while the story is young.</summary>
    public static int OriginsWhileBreaking => Calibration.OriginsWhileBreaking;

    /// <summary>R14: how long a story is young.</summary>
    public static TimeSpan BreakingWindow => Calibration.BreakingWindow;

    /// <summary>R6: newsrooms that unnamed sources need.</summary>
    public static int NewsroomsForUnnamed => Calibration.NewsroomsForUnnamed;

    /// <summary>Silence after which an unconfirmed claim lapses.</summary>
    public static TimeSpan Lapse => Calibration.Lapse;

    /// <summary>Who is competent for what (R5): the kind of body, the subjects in words, and whether its finding settles causes (R11).</summary>
    public static ImmutableArray<(string Body, ImmutableArray<string> Subjects, bool Investigates)> Competence { get; } =
        [.. CompetenceTable.Bodies.Select(b => (b.Kind, Named(b.Competence), b.Investigates))];

    private static ImmutableArray<string> Named(Subjects subjects) =>
        [.. Enum.GetValues<Subjects>().Where(s => s != Subjects.None && subjects.HasFlag(s)).Select(InWords)];

    private static string InWords(Subjects subject) => subject switch
    {
        Subjects.Casualties => "the dead, injured, missing, rescued and evacuated",
        Subjects.Measurements => "measurements",
        Subjects.Prices => "prices",
        Subjects.Votes => "votes and seats",
        Subjects.Rulings => "rulings and sentences",
        Subjects.Arrests => "arrests and charges",
        Subjects.Recalls => "recalls and faults",
        Subjects.Cases => "cases of disease and vaccinations",
        Subjects.Emergencies => "fires, floods, closures and outages",
        Subjects.Statistics => "statistics",
        Subjects.Supply => "who is supplied and who is not",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
