using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Extracting;

/// <summary>The statements of one report while they are gathered.</summary>
internal sealed class StatementList(Report report, string text)
{
    private readonly List<Statement> statements = [];
    private readonly Dictionary<int, List<int>> places = [];

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
        foreach (int i in Of(statement.Sentence))
            if (statements[i].Wording == statement.Wording && statements[i].Voice == statement.Voice)
                return statements[i].Id;
        (places.TryGetValue(statement.Sentence, out var known) ? known : places[statement.Sentence] = []).Add(statements.Count);
        statements.Add(statement with { Quote = Trimmed(statement.Quote), Content = Trimmed(statement.Content) });
        return statement.Id;
    }

    /// <summary>The statements of a sentence, by place.</summary>
    public IReadOnlyList<int> Of(int sentence) => places.TryGetValue(sentence, out var known) ? known : [];

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
