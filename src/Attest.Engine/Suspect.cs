using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine;

/// <summary>Finds the report whose statements make a step of its story fail, so that it alone is set aside and not its story.</summary>
public static class Suspect
{
    /// <summary>The report without whose statements the step succeeds; where each alone does not help, the last that states anything. Null where none states anything.</summary>
    /// <param name="before">The story before the step.</param>
    /// <param name="at">The step's time.</param>
    /// <param name="minute">The reports that arrive with it.</param>
    public static ReadReport? Of(Story before, DateTimeOffset at, ImmutableArray<ReadReport> minute)
    {
        ReadReport[] stating = [.. minute.Where(r => !r.Statements.IsEmpty)];
        return stating.FirstOrDefault(r => Succeeds(before, new StoryEvent.Arrived(at, minute.Replace(r, Pipeline.LeaveUnread(r.Report))))) ?? stating.LastOrDefault();
    }

    private static bool Succeeds(Story before, StoryEvent.Arrived arrived)
    {
        try
        {
            Pipeline.Step(before, arrived);
            return true;
        }
        catch (Exception e) when (Analysis.IsOfOneReport(e))
        {
            return false;
        }
    }
}
