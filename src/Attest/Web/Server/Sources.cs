using System.Collections.Immutable;
using Attest.Engine.Publishing;
using Attest.Hosting;

namespace Attest.Web.Server;

/// <summary>The outlets of all stories, counted once for each state of them.</summary>
internal sealed class Sources
{
    private volatile Counted kept = new([], []);

    public ImmutableArray<SourceEntryDocument> Of(Archive archive)
    {
        ImmutableArray<(string Id, DateTimeOffset LastChange, int Reports)> state = [.. archive.All().Select(s => (s.Id, s.LastChange, s.Counts.Reports))];
        var last = kept;
        if (last.State.SequenceEqual(state))
            return last.Rows;
        ImmutableArray<SourceEntryDocument> rows = [.. SourceDocument.Of(archive.Wholes()).Select(SourceEntryDocument.Of)];
        kept = new Counted(state, rows);
        return rows;
    }

    private sealed record Counted(ImmutableArray<(string Id, DateTimeOffset LastChange, int Reports)> State, ImmutableArray<SourceEntryDocument> Rows);
}
