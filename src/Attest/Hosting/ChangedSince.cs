using Attest.Engine.Publishing;

namespace Attest.Hosting;

/// <summary>A story whose "what changed" covers the time since a moment, in the words of the updates published since.</summary>
internal static class ChangedSince
{
    public static StoryDocument Of(StoryDocument story, DateTimeOffset since)
    {
        var updates = story.Updates.Where(u => u.At > since).ToList();
        var changes = updates.SelectMany(u => u.Changes).DistinctBy(c => (c.Claim, c.Kind)).ToList();
        return story with
        {
            WhatChanged = new WhatChangedDocument
            {
                Text = string.Join(' ', changes.Select(c => c.Text).Distinct(StringComparer.Ordinal)),
                Claims = [.. changes.Select(c => c.Claim).Distinct(StringComparer.Ordinal)],
                Changes = [.. changes],
            },
        };
    }
}
