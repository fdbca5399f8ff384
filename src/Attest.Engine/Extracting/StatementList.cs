using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Extracting;

/// <summary>The statements of one report while they are gathered.</summary>
internal sealed class StatementList(Report report, string text)
{
    private readonly List<Statement> statements = [];

    public int Count => statements.Count;

    public Statement this[int index]
    {
        get => statements[index];
        set => statements[index] = value;
    }

    public StatementId NextId => StatementId.Of(report.Id, report.Version, statements.Count);

    /// <summary>Adds a statement, unless the report makes it already in the same words and voice; returns its id.</summary>
    public StatementId Add(Statement statement)
    {
        var same = statements.Find(s => s.Sentence == statement.Sentence && s.Wording == statement.Wording && s.Voice == statement.Voice);
        if (same is not null)
            return same.Id;
        statements.Add(statement with { Quote = Trimmed(statement.Quote), Content = Trimmed(statement.Content) });
        return statement.Id;
    }

    /// <summary>The statements of a sentence, by place.</summary>
    public IEnumerable<int> Of(int sentence)
    {
        for (int i = 0; i < statements.Count; i++)
            if (statements[i].Sentence == sentence)
                yield return i;
    }

    public ImmutableArray<Statement> ToImmutable() => [.. statements];

    private Span Trimmed(Span span)
    {
        int start = Math.Clamp(span.Start, 0, text.Length), end = Math.Clamp(span.End, start, text.Length);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new Span(start, end);
    }
}
