using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>The figure that a clause is about, and the clause without it (R10).</summary>
internal static class FigureCut
{
    /// <summary>The figure: the subject's before the object's before others, in the clause itself and not in a clause within it.</summary>
    public static Quantity? Main(ReportReading reading, Clause clause)
    {
        Quantity? best = null;
        int bestRank = int.MaxValue;
        foreach (var q in reading.QuantitiesOf(clause.Sentence))
        {
            if (q.IsWhole || q.Head < 0 || Rank(clause, q) is not { } rank || rank >= bestRank)
                continue;
            (best, bestRank) = (q, rank);
        }
        return best;
    }

    /// <summary>How near to the predicate the figure stands; null where it stands outside of the clause or in a clause within it.</summary>
    private static int? Rank(Clause clause, Quantity q)
    {
        var s = clause.Sentence;
        if (!clause.Words.Contains(q.Head) && !clause.Lent.Contains(q.Head) || !Covers(clause, s, q))
            return null;
        int depth = 0;
        int t = q.Head;
        string relation = "root";
        for (; t >= 0 && t != clause.Head && t != clause.Subject && depth < 8; t = s.Tokens[t].Head, depth++)
        {
            relation = s.Tokens[t].BaseRelation;
            if (relation is "acl" or "advcl" or "parataxis")
                return s.Tokens[t].BaseRelation == "advcl" && s.Tokens[t].FineTag == "VBG" && s.Child(t, "mark") < 0 ? 40 + depth : null;
        }
        if (t < 0)
            return null;
        int part = t == clause.Subject || relation == "nsubj" ? 0 : relation is "obj" or "xcomp" or "root" ? 10 : 20;
        return part + depth;
    }

    private static bool Covers(Clause clause, Sentence s, Quantity q)
    {
        foreach (int w in clause.Words.Concat(clause.Lent))
            if (q.Span.Overlaps(s.Tokens[w].Span))
                return true;
        return false;
    }

    /// <summary>
    /// The words to cut so that the event remains without its figure; null where it would not read: parts of a whole, one of
    /// something, sums of money, and states that are nothing but their figure.
    /// </summary>
    public static HashSet<int>? Without(ReportReading reading, Clause clause, Quantity q)
    {
        var s = clause.Sentence;
        var figure = Enumerable.Range(0, s.Tokens.Length).Where(t => q.Span.Overlaps(s.Tokens[t].Span)).ToHashSet();
        if (q.IsChange)
            return Change(clause, s, q, figure);
        // "fined 80 million crowns", "reached 41 degrees", "ten times more likely": without the figure a unit measures nothing.
        if (IsMeasured(q.Unit))
            return Participial(clause, s, q);
        if (reading.QuantitiesOf(s).Any(o => o != q && !o.IsWhole && Rank(clause, o) is not null) && ClauseFacts.IsState(s, clause.Head))
            return null;
        if (Participial(clause, s, q) is { } participle)
            return participle;
        bool counted = s.Tokens[q.Head].FineTag is "NNS" or "NNPS" || s.Tokens[q.Head].Lemma is "people" or "person" || q.Unit == "people" && s.Tokens[q.Head].Tag == PartOfSpeech.Noun;
        if (!counted || figure.Contains(q.Head) || q.Value == 1 || q.Whole is not null || ClauseFacts.IsState(s, clause.Head) && !s.IsPassive(clause.Head))
            return null;
        // Only what the event does or is done to reads without its figure: "sentenced to years" does not.
        if (Rank(clause, q) is not { } rank || rank >= 20)
            return null;
        int after = figure.Max() + 1;
        if (after < s.Tokens.Length && s.Tokens[after].Lower == "of")
        {
            if (after + 1 < s.Tokens.Length && s.Tokens[after + 1].Tag == PartOfSpeech.Det)
                return null;
            figure.Add(after);
        }
        // "between 20 and 30 homes": its first word goes too.
        if (figure.Min() > 0 && s.Tokens[figure.Min() - 1].Lower is "between")
            figure.Add(figure.Min() - 1);
        // "the 13 miners" keeps its article; "up from 12" goes with the figure.
        foreach (int c in s.Children(q.Head))
            if (s.Tokens[c].BaseRelation == "advmod" && c < q.Head && figure.Contains(c + 1))
                figure.Add(c);
        if (q.Previous is not null)
            figure.UnionWith(UpFrom(clause, s));
        return figure;
    }

    private static bool IsMeasured(string unit) =>
        Text.Figures.Measures.IsMeasure(unit) || unit.Length == 3 && unit.All(char.IsAsciiLetterUpper) || unit is "crown" or "krone" or "krona" or "dinar" or "time" or "point" or "magnitude";

    /// <summary>"fell four percent", "rose by 12": what fell or rose did so, whatever the figure.</summary>
    private static HashSet<int>? Change(Clause clause, Sentence s, Quantity q, HashSet<int> figure)
    {
        int t = q.Head;
        while (t >= 0 && s.Tokens[t].Head != clause.Head && s.Tokens[t].Head >= 0)
            t = s.Tokens[t].Head;
        if (t < 0 || s.Tokens[t].Head != clause.Head || s.Tokens[t].BaseRelation is "nsubj")
            return null;
        figure.UnionWith(s.Subtree(t));
        foreach (int c in s.Children(clause.Head))
            if (s.Tokens[c].BaseRelation == "obl" && s.Preposition(c) is "to" or "from" && s.Subtree(c).Any(w => s.Tokens[w].Tag == PartOfSpeech.Num))
                figure.UnionWith(s.Subtree(c));
        return figure.Contains(clause.Head) ? null : figure;
    }

    /// <summary>"The bridge fell, killing five": the event goes without the clause that counts.</summary>
    private static HashSet<int>? Participial(Clause clause, Sentence s, Quantity q)
    {
        for (int t = q.Head; t >= 0 && t != clause.Head; t = s.Tokens[t].Head)
            if (s.Tokens[t].BaseRelation == "advcl" && s.Tokens[t].FineTag == "VBG" && s.Subtree(t)[0] is var first && (s.Tokens[first].Form == "," || first > 0 && s.Tokens[first - 1].Form == ","))
                return [.. s.Subtree(t)];
        return null;
    }

    private static IEnumerable<int> UpFrom(Clause clause, Sentence s)
    {
        foreach (int w in clause.Words)
            if (s.Tokens[w].Lower is "up" or "down" && w + 1 < s.Tokens.Length && s.Tokens[w + 1].Lower == "from")
                return Enumerable.Range(w, Math.Min(s.Tokens.Length - w, 4)).Where(t => t == w || t == w + 1 || s.Tokens[t].Tag == PartOfSpeech.Num || s.Tokens[t].Form is "," or "percent" or "%");
        return [];
    }
}
