using System.Reflection;
using System.Text.RegularExpressions;
using Attest.Engine;

namespace Attest.Tests;

/// <summary>
/// No pattern has a time limit: a limit would let a busy machine decide what a report says (docs/notes/no-time-limits.md). So none may need one.
/// </summary>
public sealed partial class PatternsTests
{
    private static readonly string[] hostile = ["http://", "a ", ", ", "<link ", "(A ", "|,/ ", "A.", "© 2", "Reporting by A, ", "\n (", "<meta ", " \u2013 ", "\u00a0", "By Jo Hill, ", "withdrawn from "];

    public static TheoryData<string> Patterns => [.. All().Select(NameOf)];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_pattern_takes_steps_in_proportion_to_its_text_and_no_limit_of_time_decides(string name)
    {
        var pattern = Pattern(name);
        Assert.Equal(Regex.InfiniteMatchTimeout, pattern.MatchTimeout);
        Assert.True(
            pattern.Options.HasFlag(RegexOptions.NonBacktracking) || !EndlessLoop().IsMatch(WithoutClasses().Replace(pattern.ToString(), "x")),
            $"{name} backtracks and has a loop without an upper bound: make it NonBacktracking, or bound the loop");
        Assert.True(pattern.Options.HasFlag(RegexOptions.CultureInvariant));
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_pattern_gets_through_what_others_stumble_over(string name)
    {
        var pattern = Pattern(name);
        foreach (string part in hostile)
            Assert.InRange(pattern.Count(string.Concat(Enumerable.Repeat(part, 4000)) + "\u0001"), 0, 100_000);
    }

    private static Regex Pattern(string name) => (Regex)All().Single(m => NameOf(m) == name).Invoke(null, null)!;

    private static IEnumerable<MethodInfo> All() =>
        from type in typeof(Pipeline).Assembly.GetTypes()
        where type.Namespace?.StartsWith("Attest.", StringComparison.Ordinal) == true
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0
        orderby NameOf(method)
        select method;

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name.Replace("get_", "", StringComparison.Ordinal)}";

    // What is escaped, or stands in a class, loops over nothing.
    [GeneratedRegex(@"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutClasses();

    [GeneratedRegex(@"[*+]|\{\d+,\}", RegexOptions.CultureInvariant)]
    private static partial Regex EndlessLoop();
}
