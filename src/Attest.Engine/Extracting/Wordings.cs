using System.Collections.Immutable;
using System.Text;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>
/// Words clauses so that they stand alone: the report's own words with cuts, and with referents in place of pronouns, bare definite
/// nouns, short names and relative times. Where a word cannot be resolved there is no wording.
/// </summary>
internal sealed class Wordings(ReportReading reading)
{
    /// <summary>The wording of a clause; null where it does not stand alone.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="around">The attributions whose content it is, innermost first.</param>
    /// <param name="without">Words to cut.</param>
    public Wording? Of(Clause clause, IReadOnlyList<Attribution> around, IReadOnlySet<int>? without = null)
    {
        int[] tokens = [.. clause.Lent.Where(t => without?.Contains(t) != true), .. clause.Words.Where(t => without?.Contains(t) != true)];
        return Of(clause.Sentence, tokens, clause, around);
    }

    /// <summary>A nominal as it may stand inside a sentence, references resolved; null where they cannot be.</summary>
    public string? Nominal(Sentence s, IReadOnlyList<int> tokens, IReadOnlyList<Attribution> around)
    {
        var wording = Of(s, [.. tokens], null, around);
        return wording?.Inside.Trim(',', ' ');
    }

    private Wording? Of(Sentence s, int[] tokens, Clause? clause, IReadOnlyList<Attribution> around)
    {
        // "And the price fell": what joins it to words before is cut.
        if (clause is not null)
            tokens = [.. tokens.SkipWhile(t => t != clause.Head && s.Tokens[t].Tag == PartOfSpeech.Cconj && s.Tokens[t].Lower is "and" or "but" or "or" or "yet" or "so")];
        if (tokens.Length == 0)
            return null;
        var kept = tokens.ToHashSet();
        var puts = new Dictionary<int, string>();
        var gone = new HashSet<int>();
        var referents = ImmutableDictionary.CreateBuilder<int, Referent>();
        PutTimes(s, kept, puts, gone);
        var substitution = new Substitution(reading, s, kept, clause, around);
        foreach (int t in tokens)
        {
            if (gone.Contains(t) || puts.ContainsKey(t))
                continue;
            var put = substitution.For(t);
            if (put is null)
                continue;
            if (put.Unresolved)
                return null;
            if (put.Referent is { } r)
                referents[t] = r;
            int at = put.Covers.Where(kept.Contains).DefaultIfEmpty(t).Min();
            puts[at] = put.Text!;
            gone.UnionWith(put.Covers.Where(c => c != at));
        }
        string text = Assemble(s, tokens, puts, gone);
        text = Cleaned(text);
        if (text.Length < 2)
            return null;
        int first = Array.Find(tokens, t => !gone.Contains(t) && !s.IsPunctuation(t));
        // A capital at the start of the sentence, or behind a dateline or quotation mark, is no sign of a name.
        bool opens = Enumerable.Range(0, Math.Max(0, first)).All(t => reading.IsCut(s, t) || s.IsPunctuation(t)) || first > 0 && s.Tokens[first - 1].Form is "“" or "\"" or ":";
        bool nameFirst = puts.TryGetValue(first, out string? put0) ? char.IsUpper(put0[0])
            : reading.IsCapitalInside(s.Tokens[first].Form) || s.Tokens[first].Tag == PartOfSpeech.Propn && !(opens && IsOnlyCapital(s, first)) || char.IsUpper(s.Tokens[first].Form[0]) && (!opens || s.Names.Any(n => n.First == first));
        text = char.ToUpperInvariant(text[0]) + text[1..] + (text.EndsWith('.') ? "" : ".");
        return new Wording(text, [.. tokens], referents.ToImmutable(), nameFirst);
    }

    /// <summary>A word taken for a name for its capital alone: it opens the sentence, stands by itself, and is a common noun ("Tills in shops …").</summary>
    private static bool IsOnlyCapital(Sentence s, int token) =>
        !s.Names.Any(n => n.First <= token && token < n.End) && Lexicon.Shared.IsCommonNoun(s.Tokens[token].Lower)
        && (token + 1 >= s.Tokens.Length || !char.IsUpper(s.Tokens[token + 1].Form[0]));

    private void PutTimes(Sentence s, HashSet<int> kept, Dictionary<int, string> puts, HashSet<int> gone)
    {
        foreach (var time in reading.TimesOf(s))
        {
            var own = Enumerable.Range(0, s.Tokens.Length).Where(t => time.Span.Overlaps(s.Tokens[t].Span)).ToList();
            if (own.Count == 0 || !own.TrueForAll(kept.Contains) || time.Resolved == time.Span.Of(reading.Text.Text) || IsNoMoment(s, own))
                continue;
            // "between midnight and 6 a.m.": the second hour has its preposition already.
            bool governed = own[0] > 0 && s.Tokens[own[0] - 1].Lower is "and" or "to" or "or" && time.Resolved.StartsWith("at ", StringComparison.Ordinal) && s.Tokens[own[0]].Lower != "at";
            puts[own[0]] = governed ? time.Resolved[3..] : time.Resolved;
            gone.UnionWith(own.Skip(1));
        }
    }

    // "The Today show" is a name, and "the past few weeks" are no certain number of them.
    private static bool IsNoMoment(Sentence s, List<int> own) =>
        own.Exists(t => s.Tokens[t].Lower is "few" or "several") || own.Count == 1 && own[0] > 0 && s.Tokens[own[0] - 1].Lower is "the" or "a" && char.IsUpper(s.Tokens[own[0]].Form[0])
            && own[0] + 1 < s.Tokens.Length && s.Tokens[own[0] + 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn && s.Tokens[own[0]].Lower is "today" or "tonight" or "tomorrow" or "yesterday";

    private static string Assemble(Sentence s, int[] tokens, Dictionary<int, string> puts, HashSet<int> gone)
    {
        var text = new StringBuilder();
        int last = -2;
        foreach (int t in tokens)
        {
            if (gone.Contains(t))
            {
                last = t == last + 1 ? t : last;
                continue;
            }
            var token = s.Tokens[t];
            // A cut between commas takes them with it: "Quill, [who denies it], is accused".
            if (last >= 0 && t > last + 1 && text.Length > 0)
            {
                int next = Array.IndexOf(tokens, t) + 1;
                bool verb = Finite(token) || token.Form == "," && next < tokens.Length && Finite(s.Tokens[tokens[next]]);
                if (token.Form == "," && (verb || text[^1] == ','))
                    continue;
                // The comma that closes an apposition stays: "One miner, Joss Aldane, [survived and] is in hospital".
                if (text[^1] == ',' && verb && Commas(text) % 2 == 1)
                    text.Length--;
            }
            bool glued = last == t - 1 && last >= 0 ? token.Span.Start == s.Tokens[last].Span.End : IsGlued(token);
            if (text.Length > 0 && !glued)
                text.Append(' ');
            if (token.Form == "," && text.Length > 0 && text[^1] == ',')
                continue;
            text.Append(puts.TryGetValue(t, out string? put) ? put : token.Form);
            last = t;
        }
        return text.ToString();
    }

    /// <summary>"felt 'violated": a single quotation mark that opens and is never closed is taken out; one that closes looks like an apostrophe and stays.</summary>
    private static string WithoutOpenQuote(string text)
    {
        for (int i = 0; i + 1 < text.Length; i++)
            if (text[i] == '\'' && (i == 0 || text[i - 1] == ' ') && char.IsLetter(text[i + 1]) && !ClosesAfter(text, i + 1))
                return text.Remove(i, 1);
        return text;
    }

    private static bool ClosesAfter(string text, int from)
    {
        for (int i = from + 1; i < text.Length; i++)
            if (text[i] == '\'' && text[i - 1] != ' ' && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])))
                return true;
        return false;
    }

    private static int Commas(StringBuilder text)
    {
        int commas = 0;
        for (int i = 0; i < text.Length; i++)
            commas += text[i] == ',' && (i + 1 == text.Length || text[i + 1] == ' ') ? 1 : 0;
        return commas;
    }

    private static bool Finite(Token token) => token.FineTag is "VBD" or "VBZ" or "VBP" or "MD";

    private static bool IsGlued(Token token) => token.Form is "," or "." or ";" or ":" or "%" or ")" or "”" or "’s" or "'s" or "n't" or "n’t" or "'" or "’";

    /// <summary>Takes away what cuts leave: double commas and blanks, dangling punctuation, unpaired quotation marks.</summary>
    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char d = char.IsWhiteSpace(c) ? ' ' : c;
            if (d == ' ' && (clean.Length == 0 || clean[^1] == ' '))
                continue;
            if (d is ',' or ';' && clean.Length > 1 && clean[^1] == ' ')
                clean.Length--;
            if (d == ',' && (clean.Length == 0 || clean[^1] == ','))
                continue;
            clean.Append(d);
        }
        string result = clean.ToString().Replace("''", "", StringComparison.Ordinal).Replace("``", "", StringComparison.Ordinal).Replace("“ ", "“", StringComparison.Ordinal);
        if (result.Count(c => c == '‘') is var single and > 0 && !result.Contains('’', StringComparison.Ordinal) && single > 0)
            result = result.Replace("‘", "", StringComparison.Ordinal);
        result = WithoutOpenQuote(result);
        bool paired = result.Count(c => c == '“') == result.Count(c => c == '”') && result.Count(c => c == '"') % 2 == 0;
        bool whole = result.Length > 1 && result[0] is '“' or '"' && result[^1] is '”' or '"' && result.AsSpan(1, result.Length - 2).IndexOfAny('“', '”', '"') < 0;
        if (!paired || whole)
            result = result.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
        result = result.Trim(' ', ',', ';', ':', '—', '–', '-', '…', '?', '!', '*', '•', '·', '|', '>');
        if (result.Count(c => c == '(') != result.Count(c => c == ')'))
            result = result.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Trim();
        return result;
    }
}
