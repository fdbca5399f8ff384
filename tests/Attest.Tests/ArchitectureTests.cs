using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;

namespace Attest.Tests;

/// <summary>The rules of ARCHITECTURE.md, as tests.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] stages = ["Gathering", "Reading", "Grouping", "Extracting", "Tracing", "Matching", "Weighing", "Writing", "Publishing"];

    private static readonly string[] banned =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow", "System.TimeProvider::", "System.Diagnostics.Stopwatch::",
        "System.Random::get_Shared", "System.Random::.ctor()", "System.Guid::NewGuid", "System.Environment::", "System.Console::",
        "System.IO.File::", "System.IO.Directory::", "System.IO.FileStream::", "System.Net.Http.", "System.Net.Sockets.", "System.Threading.Thread::",
    ];

    private static readonly Architecture engine = new ArchLoader().LoadAssemblies(typeof(Engine.Span).Assembly).Build();

    private static readonly IReadOnlyList<IType> types =
        [.. engine.Types.Where(t => t.Assembly.Name.StartsWith("Attest.Engine", StringComparison.Ordinal) && t.FullName.StartsWith("Attest.Engine.", StringComparison.Ordinal))];

    [Fact]
    public void The_engine_was_loaded() => Assert.True(types.Count > 50, $"only {types.Count} types were found");

    [Fact]
    public void A_stage_knows_the_nouns_and_the_text_but_no_other_stage()
    {
        var crossings =
            from type in types
            let own = StageOf(type.FullName)
            where own is not null
            from dependency in type.Dependencies
            let other = StageOf(dependency.Target.FullName)
            where other is not null && other != own
            select $"{type.FullName} knows {dependency.Target.FullName}";
        Assert.Empty(crossings.Distinct());
    }

    [Theory]
    [InlineData("Attest.Engine.Model.")]
    [InlineData("Attest.Engine.Text.")]
    public void Nouns_and_text_know_no_stage(string folder)
    {
        var crossings =
            from type in types
            where type.FullName.StartsWith(folder, StringComparison.Ordinal)
            from dependency in type.Dependencies
            where StageOf(dependency.Target.FullName) is not null
            select $"{type.FullName} knows {dependency.Target.FullName}";
        Assert.Empty(crossings.Distinct());
    }

    [Fact]
    public void The_engine_knows_no_clock_no_chance_and_no_world()
    {
        var calls =
            from type in types
            from call in type.Dependencies.OfType<MethodCallDependency>()
            where banned.Any(b => call.TargetMember.FullName.Contains(b, StringComparison.Ordinal))
            select $"{type.FullName} calls {call.TargetMember.FullName}";
        Assert.Empty(calls.Distinct());
    }

    [Fact]
    public void The_engine_does_not_know_the_program() =>
        Assert.DoesNotContain(typeof(Engine.Span).Assembly.GetReferencedAssemblies(), a => a.Name is "attest" or "Microsoft.AspNetCore" or "Microsoft.Data.Sqlite");

    [Fact]
    public void No_type_bears_the_name_of_a_folder()
    {
        string[] folders = [.. stages, "Model", "Text"];
        Assert.DoesNotContain(types, t => folders.Contains(t.Name));
    }

    private static string? StageOf(string fullName) => stages.FirstOrDefault(s => fullName.StartsWith($"Attest.Engine.{s}.", StringComparison.Ordinal));
}
