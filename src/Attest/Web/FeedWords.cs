using Attest.Fetch;

namespace Attest.Web;

/// <summary>How a feed does, in words (R19).</summary>
internal static class FeedWords
{
    /// <summary>What fails stands first, what has ended last.</summary>
    public static int Order(FeedRow feed) => feed.State switch { "fails" => 0, "new" => 1, "works" => 2, _ => 3 };

    /// <summary>Its state.</summary>
    public static string State(FeedRow feed) => feed.State switch
    {
        "fails" => "Fails",
        "new" => "Not asked yet",
        "works" => "Works",
        _ => "Has ended",
    };

    /// <summary>What is behind its state; null where there is nothing to say.</summary>
    public static string? Because(FeedRow feed) => (feed.State, feed.Problem) switch
    {
        (_, { } problem) => Words.Sentence(problem) + ".",
        ("ended", null) => "Its publisher says that nothing will follow.",
        _ => null,
    };

    /// <summary>What to do; null where there is nothing to do.</summary>
    public static string? ToDo(FeedRow feed) => feed.Mend is { } mend ? Words.Sentence(mend) + "." : feed.State == "ended" ? "Remove it when you like; what it brought stays." : null;

    /// <summary>Whose it is.</summary>
    public static string For(FeedRow feed) => (feed.ForAll, feed.Questions) switch
    {
        (true, 0) => "All stories",
        (true, var more) => $"All stories and {Words.Count(more, "question")}",
        (_, var count) => Words.Count(count, "question"),
    };

    /// <summary>How long until a moment: "in 4 minutes"; "now" where it has come.</summary>
    public static string Until(DateTimeOffset moment, DateTimeOffset now) => moment <= now ? "now" : "in " + Times.Span(moment - now);
}
