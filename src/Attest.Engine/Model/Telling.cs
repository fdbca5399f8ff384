using System.Collections.Immutable;
using Attest.Engine.Text.Tenors;

namespace Attest.Engine.Model;

/// <summary>How a report takes what it tells of, and of what it tells.</summary>
/// <param name="Whole">Its tenor as a whole, the first sentences weighing more.</param>
/// <param name="Words">Hashes of its content words' dictionary forms, smallest first.</param>
/// <param name="Denying">Its statements that say by their own words that something is not so ("the report is a hoax").</param>
internal sealed record Telling(Tenor Whole, ImmutableArray<uint> Words, ImmutableHashSet<StatementId> Denying);

/// <summary>How the reports that tell of a claim take it; reports of one origin count once.</summary>
/// <param name="Origins">How many independent reports tell of it.</param>
/// <param name="Refuted">Sum of the chances that they tell it as not so.</param>
internal readonly record struct Reception(int Origins, double Refuted);
