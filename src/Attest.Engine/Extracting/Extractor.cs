using System.Collections.Immutable;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>
/// From a report to what it states. For each sentence that is news:
/// 1. take it apart into clauses (<see cref="Clauses"/>), and find who says which (<see cref="Attributions"/>);
/// 2. decide each clause's voice and speaker (<see cref="Voicing"/>), denials and what they deny among them (<see cref="Denials"/>);
/// 3. word it so that it stands alone, or leave it (<see cref="Wordings"/>);
/// 4. cut off figures (R10) and causes (R11) as statements of their own (<see cref="ClauseStatements"/>);
/// 5. add the utterance beside what was said (R1);
/// then let later sentences hedge what they could not verify (<see cref="BackHedges"/>), deny what was said
/// (<see cref="BackDenials"/>), take back what they correct
/// (<see cref="Withdrawals"/>), and say whom speakers have it from; last the headline (<see cref="Headlines"/>, R22).
/// </summary>
public static class Extractor
{
    /// <summary>The statements of a report in order of its text, the headline's last. Never throws, whatever the text; the text is only data (R21).</summary>
    public static ImmutableArray<Statement> Extract(Report report, AnalysedText text)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(text);
        if (report.Flags.Contains(ReportFlag.NotAnalysed) || text.Sentences.IsEmpty)
            return [];
        var reading = new ReportReading(report, text);
        var statements = new StatementList(report, text.Text);
        var clauseStatements = new ClauseStatements(reading, statements);
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Tokens.Length < 3 || Furniture.IsBoilerplate(sentence.Span.Of(text.Text)))
                continue;
            if (BackHedges.Apply(reading, sentence, statements) || Withdrawals.RepeatsNotice(reading, sentence, statements))
                continue;
            if (Withdrawals.TakesBackOwn(reading, sentence, clauseStatements.Speakers, statements))
                continue;
            foreach (var clause in Clauses.Of(reading, sentence))
                clauseStatements.Add(clause);
            BackDenials.Apply(reading, sentence, clauseStatements.Speakers, statements);
            Withdrawals.Apply(reading, sentence, statements);
        }
        Hearsay.Apply(reading, clauseStatements.Speakers, statements);
        Headlines.Add(report, statements);
        return Fragments.Without(statements.ToImmutable());
    }
}
