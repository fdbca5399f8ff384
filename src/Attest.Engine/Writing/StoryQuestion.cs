using System.Collections.Immutable;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Writing;

/// <summary>Words the question of a story that was found without one, from its lead claim, until a person words it.</summary>
public static class StoryQuestion
{
    /// <summary>A question while the claim is open, a plain headline once it is confirmed (R17).</summary>
    /// <param name="lead">The claim.</param>
    /// <param name="claims">The story's claims, which show what in its wording is a name.</param>
    public static string Of(WeighedClaim lead, ImmutableArray<WeighedClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(lead);
        string statement = lead.Claim.Wording.TrimEnd('.', ' ');
        return lead.Confirmed ? statement : Asked(statement, new StoryWords(claims).BeginsWithName(lead.Claim, statement));
    }

    /// <summary>
    /// A statement as a yes-no question, by subject–auxiliary inversion: the first auxiliary goes before the subject ("Has …", "Were …"); a verb
    /// without one takes "did", "does" or "do". Where the syntax is not that simple the whole statement is asked after.
    /// </summary>
    internal static string Asked(string statement, bool name = false)
    {
        var text = Language.Analyse(statement + ".");
        if (text.Sentences.Length == 1 && Inverted(text.Sentences[0], FirstPredicate(text.Sentences[0], statement), name) is { } inverted)
            return inverted + "?";
        return "Is it true that " + Lowered(statement, text, name) + "?";
    }

    private static string? Inverted(Sentence sentence, string statement, bool name)
    {
        int root = sentence.Root;
        int subject = FirstChild(sentence, root, "nsubj");
        if (subject < 0 || sentence.Subtree(subject)[0] != 0 || sentence.Tokens[0].Tag is PartOfSpeech.Adp or PartOfSpeech.Sconj or PartOfSpeech.Adv)
            return null;
        int after = sentence.Subtree(subject)[^1];
        int helper = FirstChild(sentence, root, "aux", "cop");
        if (helper >= 0)
        {
            var first = sentence.Tokens[helper];
            // "Isn't": the negation hangs on the word that would go to the front.
            bool bound = helper + 1 < sentence.Tokens.Length && sentence.Tokens[helper + 1].Lower is "n't" or "n’t";
            if (helper < after || bound || first.Form.StartsWith('\'') || first.Form.StartsWith('’'))
                return null;
            string rest = statement[..first.Span.Start].TrimEnd() + statement[Math.Min(first.Span.End, statement.Length)..];
            return Capital(first.Lower) + " " + Lowered(rest, sentence, name);
        }
        var verb = sentence.Tokens[root];
        string? form = verb.FineTag switch { "VBD" or "VBN" => "Did", "VBZ" => "Does", "VBP" => "Do", _ => null };
        return form is null || root < after
            ? null
            : form + " " + Lowered(statement[..verb.Span.Start] + verb.Lemma + statement[Math.Min(verb.Span.End, statement.Length)..], sentence, name);
    }

    /// <summary>"The fire has burned 900 hectares and is 5 percent contained": two predicates make no question, so the first is asked after.</summary>
    private static string FirstPredicate(Sentence sentence, string statement)
    {
        foreach (int second in sentence.Children(sentence.Root))
            if (sentence.Tokens[second].BaseRelation == "conj" && FirstChild(sentence, second, "cc") is >= 1 and var and
                && (sentence.Tokens[second].FineTag is "VBD" or "VBZ" or "VBP" || FirstChild(sentence, second, "aux", "cop") >= 0))
                return statement[..sentence.Tokens[sentence.Tokens[and - 1].Form == "," ? and - 2 : and - 1].Span.End];
        return statement;
    }

    private static int FirstChild(Sentence sentence, int token, params string[] relations)
    {
        foreach (int child in sentence.Children(token))
            if (relations.Contains(sentence.Tokens[child].BaseRelation))
                return child;
        return -1;
    }

    private static string Lowered(string statement, AnalysedText text, bool name) => text.Sentences.Length == 0 ? statement : Lowered(statement, text.Sentences[0], name);

    private static string Lowered(string statement, Sentence sentence, bool name)
    {
        var first = sentence.Tokens[0];
        name |= first.Tag == PartOfSpeech.Propn || sentence.Names.Any(n => n.First == 0) || (first.Form.Length > 1 && char.IsUpper(first.Form[1])) || StoryWords.IsAlwaysCapital(first.Form);
        return name || statement.Length == 0 ? statement : char.ToLowerInvariant(statement[0]) + statement[1..];
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
