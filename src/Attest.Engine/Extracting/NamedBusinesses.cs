using System.Collections.Immutable;

namespace Attest.Engine.Extracting;

/// <summary>Which names of a report may be the business that "the company", "the airline" takes up. Each is judged once, however often it is asked after.</summary>
internal sealed class NamedBusinesses
{
    private readonly ReportReading reading;
    private readonly Func<Mention, bool> excluded;
    private readonly IReadOnlyDictionary<string, Mention> fullNames;
    private readonly HashSet<string> surnames;
    private readonly HashSet<string> people;
    private readonly Dictionary<TokenRef, bool> known = [];

    /// <param name="reading">The report.</param>
    /// <param name="mentions">Its mentions.</param>
    /// <param name="fullNames">People and what may be people, by last name.</param>
    /// <param name="excluded">Whether a mention is a place or a time.</param>
    public NamedBusinesses(ReportReading reading, ImmutableArray<Mention>[] mentions, IReadOnlyDictionary<string, Mention> fullNames, Func<Mention, bool> excluded)
    {
        this.reading = reading;
        this.excluded = excluded;
        this.fullNames = fullNames;
        surnames = mentions.SelectMany(m => m).Where(m => m.Name is { } n && !n.Contains(' ', StringComparison.Ordinal)).Select(m => m.Name!).ToHashSet(StringComparer.Ordinal);
        people = fullNames.Values.Where(p => p.Kind == MentionKind.Person).Select(p => p.Name!).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a bare noun means a business ("the airline").</summary>
    public static bool IsSort(string lemma) => lemma is "company" or "firm" or "bank" or "carrier" or "airline" or "manufacturer" or "maker" or "retailer" or "startup" or "operator"
        or "organisation" or "organization" or "platform" or "automaker" or "carmaker" or "drugmaker" or "chipmaker" or "lender" or "insurer" or "brewer" or "miner" or "producer" or "supplier" or "developer" or "contractor" or "utility" or "publisher"
        or "club" or "team" or "grocer" or "railway" or "builder" or "studio" or "label" or "shipper" or "exchange" or "brokerage" or "charity" or "foundation";

    /// <summary>Whether a mention may be the company that "the company" takes up.</summary>
    public bool Holds(Mention m)
    {
        if (m.Name is not { } name)
            return false;
        if (!known.TryGetValue(m.At, out bool holds))
            known[m.At] = holds = (m.Kind == MentionKind.Body || m.Kind == MentionKind.Unclear && (Owner(m) || !name.Contains(' ', StringComparison.Ordinal)))
                && CanBeBusiness(name) && !excluded(m) && !IsModel(m);
        return holds;
    }

    /// <summary>Whether a mention names an owner or a maker.</summary>
    public static bool Owner(Mention m) => m.Text.Contains("owner", StringComparison.Ordinal) || m.Text.Contains("maker", StringComparison.Ordinal) || m.Text.Contains("operator", StringComparison.Ordinal);

    /// <summary>Names of authorities, outlets and lone words that might be a person's are no companies.</summary>
    private bool CanBeBusiness(string name)
    {
        string last = References.LastWord(name).ToLowerInvariant();
        // A name that the report goes on to call by its last word is a person's.
        if (name.Contains(' ', StringComparison.Ordinal) && surnames.Contains(References.LastWord(name)))
            return false;
        return !Nouns.Authorities.Contains(last) && !Nouns.OutletNames.Contains(last) && last is not ("hospital" or "university" or "school" or "party" or "union" or "mine" or "street")
            && !people.Contains(name) && !fullNames.ContainsKey(name);
    }

    /// <summary>"LX-4": letters with a number are a product, an aircraft, a road.</summary>
    private bool IsModel(Mention m)
    {
        var s = reading.Text.Sentences[m.At.Sentence];
        int next = m.At.Token + 1;
        return next + 1 < s.Tokens.Length && s.Tokens[next].Form == "-" && char.IsDigit(s.Tokens[next + 1].Form[0]) && s.Tokens[next].Span.Start == s.Tokens[m.At.Token].Span.End;
    }
}
