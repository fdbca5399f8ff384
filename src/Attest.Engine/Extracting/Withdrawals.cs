using System.Text.RegularExpressions;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>
/// What takes back an earlier report (R15): "has retracted its report that P", "reversing earlier reports that P", "Correction: an
/// earlier version said X; it is Y", "the number published on 3 February left out one model". Set on the statement that says so.
/// </summary>
internal static partial class Withdrawals
{
    public static void Apply(ReportReading reading, Sentence s, StatementList statements)
    {
        var places = statements.Of(s.Index).Where(i => statements[i].Kind != ClaimKind.Utterance).ToList();
        string sentence = s.Span.Of(reading.Text.Text);
        if (places.Count == 0)
        {
            Elsewhere(reading, s, sentence, statements);
            return;
        }
        if (OwnRetraction().IsMatch(sentence))
        {
            foreach (int at in places.Where(i => statements[i].Proposition.Predicate is "retract" or "withdraw").Take(1))
                statements[at] = statements[at] with { Kind = ClaimKind.Act, Withdraws = new Withdrawal(true, ByOutlet(reading, statements[at]), null, null) };
            return;
        }
        if (!Correction().IsMatch(sentence))
            return;
        // Where the wrong proposition is stated as denied, it carries the withdrawal.
        if (places.Exists(i => statements[i].Withdraws is not null))
            return;
        // Otherwise the new figure does; the wrong one stands beside the word that says so.
        int carrier = places.FirstOrDefault(i => statements[i].Quantity is not null && !Misstated().IsMatch(statements[i].Content.Of(reading.Text.Text)), places[0]);
        statements[carrier] = statements[carrier] with { Withdraws = new Withdrawal(false, null, null, OldFigure(reading, s, statements[carrier])) };
    }

    /// <summary>
    /// A notice whose words state nothing that stands alone ("… said that the fine was 40 million euros. It was 14 million"): the sentence of the article that
    /// has the right figure carries it.
    /// </summary>
    private static void Elsewhere(ReportReading reading, Sentence s, string sentence, StatementList statements)
    {
        if (!Correction().IsMatch(sentence) || !Misstated().IsMatch(sentence))
            return;
        foreach (var wrong in reading.QuantitiesOf(s))
            for (int i = 0; i < statements.Count; i++)
                if (statements[i] is { Sentence: >= 0, Withdraws: null, Quantity: { } right } && right.Value != wrong.Value && Quantities.SameUnit(right.Unit, wrong.Unit))
                {
                    statements[i] = statements[i] with { Withdraws = new Withdrawal(false, null, null, wrong.AsWritten) };
                    return;
                }
    }

    /// <summary>"It was 14 million euros", behind a notice of correction: repeats what the article says, of something that only the notice names.</summary>
    public static bool RepeatsNotice(ReportReading reading, Sentence s, StatementList statements) =>
        s.Index > 0 && s.Tokens.Length > 0 && s.Tokens[0].Lower is "it" or "they" or "that"
        && reading.Text.Sentences[s.Index - 1] is var before && before.Paragraph == s.Paragraph
        && before.Span.Of(reading.Text.Text) is var notice && Correction().IsMatch(notice) && Misstated().IsMatch(notice)
        && reading.QuantitiesOf(s).Any(q => Enumerable.Range(0, statements.Count).Any(i => statements[i].Sentence < s.Index - 1 && statements[i].Quantity?.Value == q.Value));

    /// <summary>
    /// "The Buzz reported that P. That report was false and we have withdrawn it": takes back what the sentence before says that the outlet itself reported. Says
    /// whether the sentence did so, and so states nothing else.
    /// </summary>
    public static bool TakesBackOwn(ReportReading reading, Sentence s, Speakers speakers, StatementList statements)
    {
        if (s.Index == 0 || !IsVerdictOnOwn(reading, s))
            return false;
        for (int at = s.Index - 1; at >= 0 && at >= s.Index - 2; at--)
        {
            if (!reading.CuedIn(at).Any(a => a.Frame == Frame.Clause && a.SourceHead is not null && speakers.Of(a)?.Body == reading.Report.Outlet.Name))
                continue;
            var places = statements.Of(at).Where(i => statements[i].Kind != ClaimKind.Utterance && statements[i].Voice is Voice.Asserts or Voice.Attributes).ToList();
            foreach (int i in places)
                statements[i] = statements[i] with { Voice = Voice.Denies, Speaker = null, Withdraws = new Withdrawal(true, null, statements[i].Proposition, statements[i].Quantity?.AsWritten) };
            return places.Count > 0;
        }
        return false;
    }

    /// <summary>"That report was false", "it was wrong", "we have withdrawn the story".</summary>
    private static bool IsVerdictOnOwn(ReportReading reading, Sentence s)
    {
        for (int t = 0; t < s.Tokens.Length; t++)
        {
            int subject = s.OwnSubject(t);
            if (subject < 0 || s.IsNegated(t))
                continue;
            bool takenUp = s.Tokens[subject].Lower is "it" or "that" or "this" || Denials.IsTakenUp(s, subject);
            if (takenUp && Denials.IsUntrue(s.Tokens[t].Lemma))
                return true;
            if (s.Tokens[t].Lemma is "retract" or "withdraw" && s.Child(t, "obj") is var thing and >= 0 && (s.Tokens[thing].Lower is "it" or "that" or "this" || Denials.IsTakenUp(s, thing))
                && (s.Tokens[subject].Lower == "we" || OutletName.Means(reading.Report.Outlet.Name, s.Tokens[subject].Form)))
                return true;
        }
        return false;
    }

    /// <summary>The outlet that a sentence about a retraction names as its maker; null where it is this one.</summary>
    private static string? ByOutlet(ReportReading reading, Statement st)
    {
        string? name = st.Proposition.First(ArgumentRole.Subject)?.Name;
        return name is null || OutletName.Means(reading.Report.Outlet.Name, name) ? null : name;
    }

    private static string? OldFigure(ReportReading reading, Sentence s, Statement carrier)
    {
        foreach (var q in reading.QuantitiesOf(s))
            if (q.AsWritten != carrier.Quantity?.AsWritten && carrier.Quantity is { } now && Quantities.SameUnit(q.Unit, now.Unit) && Misstated().IsMatch(reading.Text.Text.AsSpan(s.Span.Start, q.Span.Start - s.Span.Start).ToString()))
                return q.AsWritten;
        return carrier.Quantity?.Previous?.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\b(?:retract(?:s|ed|ing)?|withdr(?:aws?|ew|awn|awing))\b.{0,60}\b(?:report|article|story|statement|claim|paper|study)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OwnRetraction();

    [GeneratedRegex(@"^\W*(?:correction|clarification|editor['’]s note|update)\b|\bearlier version of this (?:article|story|report|page)|\b(?:number|figure|total|count|version|report|statement|story|article)s? (?:published|released|issued|given|reported|stated) (?:on|in|at|earlier|yesterday)\b.{0,80}\b(?:left out|omitted|was|were|misstated|misreported|did not include|excluded|counted|overstated|understated)\b|\b(?:misstated|misreported|incorrectly (?:said|stated|reported|gave))\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Correction();

    [GeneratedRegex(@"\b(?:earlier version|misstated|misreported|incorrectly|wrongly|mistakenly|earlier report|left out|omitted)\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Misstated();
}
