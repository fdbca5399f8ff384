namespace Attest.Engine.Grouping;

/// <summary>A report within a story.</summary>
internal sealed record Member(string Key, int Order, DateTimeOffset At, TermVector Terms);

/// <summary>A story with the profile that new reports are held against. Never changed: a report makes a new one.</summary>
internal sealed class OpenStory
{
    // A long story drifts: its newest reports speak of what its first could not know.
    private const int RecentReports = 8;

    public OpenStory(IReadOnlyList<Member> members)
        : this(members, Sum(members))
    {
    }

    private OpenStory(IReadOnlyList<Member> members, TermVector whole)
    {
        Members = members;
        Whole = whole;
        Recent = members.Count > 2 * RecentReports ? Sum(members.Skip(members.Count - RecentReports)) : null;
        First = members[0].At;
        Last = members[0].At;
        foreach (var member in members)
        {
            First = member.At < First ? member.At : First;
            Last = member.At > Last ? member.At : Last;
        }
    }

    /// <summary>The reports, in the order of their placing.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>The id of the first report.</summary>
    public string Key => Members[0].Key;

    /// <summary>All reports.</summary>
    public TermVector Whole { get; }

    /// <summary>The newest reports of a long story; null while it is short.</summary>
    public TermVector? Recent { get; }

    /// <summary>Time of the earliest report.</summary>
    public DateTimeOffset First { get; }

    /// <summary>Time of the latest report.</summary>
    public DateTimeOffset Last { get; }

    /// <summary>The story with one report more.</summary>
    public OpenStory With(Member member) => new([.. Members, member], Whole.Plus(member.Terms));

    /// <summary>The story with another's reports.</summary>
    public OpenStory With(OpenStory other) => new([.. Members.Concat(other.Members).OrderBy(m => m.Order)], Whole.Plus(other.Whole));

    private static TermVector Sum(IEnumerable<Member> members)
    {
        var sum = TermVector.Empty;
        foreach (var member in members)
            sum = sum.Plus(member.Terms);
        return sum;
    }
}
