using System.Collections.Immutable;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Alerts;

/// <summary>An address that is told of changes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Address">Where messages are sent.</param>
/// <param name="Story">Id of the story that it is told of; null for all.</param>
/// <param name="Since">Since when.</param>
/// <param name="Place">Number of the log's entry up to which it was told everything.</param>
/// <param name="Stopped">Why it is told nothing more; null while it is.</param>
internal sealed record Hook(string Id, string Address, string? Story, DateTimeOffset Since, long Place, string? Stopped);

/// <summary>Who is told of changes: a fold of the log's entries.</summary>
/// <param name="ById">The addresses, in the order of their ids.</param>
internal sealed record Hooks(ImmutableSortedDictionary<string, Hook> ById)
{
    /// <summary>Nobody.</summary>
    public static Hooks Nobody { get; } = new(ImmutableSortedDictionary.Create<string, Hook>(StringComparer.Ordinal));

    /// <summary>Who is told after an entry.</summary>
    public Hooks After(LogEntry entry)
    {
        switch (entry.Kind)
        {
            case EntryKinds.Hook:
                var added = LogJson.Read<HookBody>(entry.Body);
                // One that was stopped goes on where it was: nothing is left out by a receiver's outage.
                return With(ById.GetValueOrDefault(added.Id) is { } known ? known with { Stopped = null } : new Hook(added.Id, added.Address, added.Story, entry.At, entry.Number, null));
            case EntryKinds.HookTold:
                var told = LogJson.Read<HookToldBody>(entry.Body);
                return ById.GetValueOrDefault(told.Id) is { } hook ? With(hook with { Place = Math.Max(hook.Place, told.Place) }) : this;
            case EntryKinds.HookStopped:
                var stopped = LogJson.Read<HookStoppedBody>(entry.Body);
                return ById.GetValueOrDefault(stopped.Id) is { } failing ? With(failing with { Stopped = stopped.Why }) : this;
            case EntryKinds.HookLeft:
                return new Hooks(ById.Remove(LogJson.Read<HookLeftBody>(entry.Body).Id));
            default:
                return this;
        }
    }

    private Hooks With(Hook hook) => new(ById.SetItem(hook.Id, hook));
}
