using System.Collections.Immutable;
using Attest.Engine.Model;
using Attest.Engine.Weighing;
using Attest.Engine.Writing;
using static Attest.Tests.Rules.Given;

namespace Attest.Tests.Writing;

/// <summary>A story told step by step: each step weighs its claims and writes what changed.</summary>
internal sealed class Scene(string question)
{
    private ImmutableArray<WeighedClaim> told = [];

    public ImmutableArray<Update> Updates { get; private set; } = [];

    public ImmutableArray<WeighedClaim> Claims { get; private set; } = [];

    /// <summary>The update that a step brings; null where it brings none.</summary>
    public Update? Step(double hours, params Claim[] claims)
    {
        Claims = Weigher.Weigh([.. claims], new(Noon.AddHours(hours), Noon.AddDays(-1)));
        var update = Writer.Write(Context(hours), told, Claims);
        if (update is null)
            return null;
        told = Claims;
        Updates = Updates.Add(update);
        return update;
    }

    public ImmutableArray<BoundSentence> Summary(double hours) => Writer.SummaryOf(Context(hours), Claims);

    private WritingContext Context(double hours) => new(StoryId.Of(question), question, Noon.AddHours(hours), Noon.AddDays(-1)) { Earlier = Updates };
}
