namespace Attest.Log;

/// <summary>The kinds of entries. Programs read old logs: add, never change.</summary>
internal static class EntryKinds
{
    /// <summary>A report as it was read.</summary>
    public const string Report = "report";

    /// <summary>A question is followed from now on.</summary>
    public const string Question = "question";

    /// <summary>A question is followed no longer; its story stays.</summary>
    public const string QuestionLeft = "questionLeft";

    /// <summary>A feed is followed from now on.</summary>
    public const string Feed = "feed";

    /// <summary>A feed is followed no longer.</summary>
    public const string FeedLeft = "feedLeft";

    /// <summary>An address is told of changes from now on, or again.</summary>
    public const string Hook = "webhook";

    /// <summary>An address was told of all changes up to a place of the log.</summary>
    public const string HookTold = "webhookTold";

    /// <summary>An address is told nothing more, since its messages failed.</summary>
    public const string HookStopped = "webhookStopped";

    /// <summary>An address is told nothing more, as somebody asked.</summary>
    public const string HookLeft = "webhookLeft";

    /// <summary>An operator said what an outlet is, or whose.</summary>
    public const string OutletEdited = "outletEdited";

    /// <summary>What was said of an outlet takes effect in a story.</summary>
    public const string FactsChanged = "factsChanged";

    /// <summary>The text of a report of a story was removed; a tombstone stands in its place.</summary>
    public const string TextRemoved = "textRemoved";

    /// <summary>A report that no story took, with the reason.</summary>
    public const string LeftOut = "leftOut";

    /// <summary>A report that an error of the engine keeps from being analysed, by the engine that has it.</summary>
    public const string NotAnalysed = "notAnalysed";

    /// <summary>A story was opened.</summary>
    public const string Opened = "opened";

    /// <summary>A report joined a story.</summary>
    public const string Joined = "joined";

    /// <summary>Reports left a story for another.</summary>
    public const string Left = "left";

    /// <summary>A story became part of another; its address leads there.</summary>
    public const string Merged = "merged";

    /// <summary>An update was published.</summary>
    public const string Update = "update";

    /// <summary>Time passed up to a moment (R23), and all up to it is published.</summary>
    public const string Time = "time";
}
