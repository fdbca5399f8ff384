namespace Attest.Alerts;

/// <summary>An address that is told of changes, as its operator sees it (R19): what <c>attest alerts --json</c> prints.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Address">Where messages are sent.</param>
/// <param name="Story">Id of the story that it is told of; null for all.</param>
/// <param name="Since">Since when.</param>
/// <param name="State">"works", "fails" or "stopped".</param>
/// <param name="LastTold">When a message last arrived.</param>
/// <param name="FailingSince">Since when none does.</param>
/// <param name="Tries">Failed tries of the message that waits.</param>
/// <param name="Next">When it is tried again.</param>
/// <param name="Problem">What fails, in words; null while it works.</param>
/// <param name="Mend">What to do; null while it works.</param>
public sealed record HookRow(
    string Id, string Address, string? Story, DateTimeOffset Since, string State, DateTimeOffset? LastTold, DateTimeOffset? FailingSince, int? Tries, DateTimeOffset? Next, string? Problem, string? Mend)
{
    /// <summary>The row of an address.</summary>
    internal static HookRow Of(Hook hook, HookState state) => hook.Stopped is { } why
        ? new(hook.Id, hook.Address, hook.Story, hook.Since, "stopped", state.Told, state.FailingSince, null, null, why, "mend the receiver, then add the address again: it is told what it missed")
        : state.FailingSince is { } since
            ? new(hook.Id, hook.Address, hook.Story, hook.Since, "fails", state.Told, since, state.Failed, state.Next, state.Problem, "look at the receiver; the message is tried again, and those behind it wait")
            : new(hook.Id, hook.Address, hook.Story, hook.Since, "works", state.Told, null, null, null, null, null);
}
