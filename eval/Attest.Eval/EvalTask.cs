using Attest.Eval.Tasks;

namespace Attest.Eval;

/// <summary>A task of EVALS: its name on the command line and what measures it.</summary>
internal sealed record EvalTask(string Name, Func<DataFolder, IReadOnlyList<Figure>> Run)
{
    /// <summary>Every task, in the order in which they are printed. A new task is one file in Tasks/ and one line here.</summary>
    public static IReadOnlyList<EvalTask> All { get; } =
    [
        new("truth", TruthTask.Run),
        new("verdicts", VerdictsTask.Run),
        new("language", LanguageTask.Run),
        new("names", NamesTask.Run),
        new("copies", Tasks.Copies.Run),
        new("grouping", GroupingTask.Run),
        new("attribution", Tasks.AttributionTask.Run),
        new("feeds", FeedsTask.Run),
        new("pages", PagesTask.Run),
        new("matching", MatchingTask.Run),
        new("stance", StanceTask.Run),
        new("headlines", HeadlinesTask.Run),
        new("retrieval", RetrievalTask.Run),
        new("evidence", EvidenceTask.Run),
    ];
}
