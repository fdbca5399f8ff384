namespace Attest.Engine.Weighing;

/// <summary>Whether the story is so young that a confirmation needs three origins or a record (R14). It closes as time passes, without a new report (R23).</summary>
internal static class BreakingWindow
{
    /// <summary>Whether the window is open.</summary>
    public static bool IsOpen(WeighingContext context) => context.HasTimes && context.Now < context.StoryOpened + Calibration.BreakingWindow;
}
