using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Tracing;

/// <summary>
/// The speakers of a story's reports, kept from report to report. What tracing a report itself added is forgotten before the next one, which learns that report
/// as it was traced: so it saves time and changes nothing.
/// </summary>
public sealed class SpeakerMemory
{
    private readonly HashSet<(SpeakerKind, string, string?)> seen = [];
    private readonly List<(SpeakerKind, string, string?)> order = [];
    private ImmutableArray<TracedReport> learnt = [];
    private int knownThen, seenThen;

    /// <summary>The speakers.</summary>
    internal KnownSpeakers Known { get; } = new();

    /// <summary>Whether a speaker is seen under this name for the first time.</summary>
    internal bool See(Speaker speaker)
    {
        var name = (speaker.Kind, speaker.Name, speaker.Body);
        if (!seen.Add(name))
            return false;
        order.Add(name);
        return true;
    }

    /// <summary>Goes back to what the reports learnt before gave; the reports that are to be learnt still. All of them, where those were of another story.</summary>
    internal IEnumerable<TracedReport> NotYetLearnt(ImmutableArray<TracedReport> reports)
    {
        bool ours = learnt.Length <= reports.Length;
        for (int i = 0; ours && i < learnt.Length; i++)
            ours = ReferenceEquals(learnt[i], reports[i]);
        if (!ours)
            (knownThen, seenThen, learnt) = (0, 0, []);
        Known.Forget(knownThen);
        foreach (var name in order.Skip(seenThen))
            seen.Remove(name);
        order.RemoveRange(seenThen, order.Count - seenThen);
        return reports.Skip(learnt.Length);
    }

    /// <summary>Remembers that these reports, and nothing else, were learnt by now.</summary>
    internal void Keep(ImmutableArray<TracedReport> reports) => (knownThen, seenThen, learnt) = (Known.Count, order.Count, reports);
}
