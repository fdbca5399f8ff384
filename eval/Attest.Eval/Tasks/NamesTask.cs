using Attest.Engine.Text;

namespace Attest.Eval.Tasks;

/// <summary>Names of people, places and organisations against Universal NER's EWT, on its own tokens. Baseline: every run of proper nouns is a name.</summary>
internal static class NamesTask
{
    public static IReadOnlyList<Figure> Run(DataFolder data)
    {
        var analyser = new SentenceAnalyser(LanguageModels.Instance);
        var results = Sentences(data).Select(s => Compare(s.Forms, s.Names, analyser)).ToList();
        return
        [
            Figure.Of("f1", [.. results.Select(r => r.Typed)], Counts.F1),
            Figure.Of("untyped", [.. results.Select(r => r.Untyped)], Counts.F1, Counts.F1([.. results.Select(r => r.Baseline)])),
            Figure.Of("precision", [.. results.Select(r => r.Typed)], Counts.Precision),
            Figure.Of("recall", [.. results.Select(r => r.Typed)], Counts.Recall),
        ];
    }

    private static (Counts Typed, Counts Untyped, Counts Baseline) Compare(List<string> forms, HashSet<(int, int, NameKind)> gold, SentenceAnalyser analyser)
    {
        analyser.Parse(forms, [.. forms.Select(f => f.ToLowerInvariant())]);
        var found = analyser.Names();
        var goldSpans = gold.Select(g => (g.Item1, g.Item2)).ToHashSet();
        var runs = new List<(int, int)>();
        for (int i = 0; i < forms.Count; i++)
        {
            int first = i;
            while (i < forms.Count && LanguageModels.Instance.Tags.Upos[analyser.Words[i].Tag] == PartOfSpeech.Propn)
                i++;
            if (i > first)
                runs.Add((first, i));
        }
        return (new Counts(found.Count(gold.Contains), found.Count, gold.Count), new Counts(found.Count(f => goldSpans.Contains((f.First, f.End))), found.Count, gold.Count),
            new Counts(runs.Count(goldSpans.Contains), runs.Count, gold.Count));
    }

    private static IEnumerable<(List<string> Forms, HashSet<(int, int, NameKind)> Names)> Sentences(DataFolder data)
    {
        List<string> forms = [], labels = [];
        foreach (string line in data.Lines("language/ner/uner-ewt.{split}.iob2").Append("#"))
        {
            if (line[0] != '#')
            {
                string[] columns = line.Split('\t');
                if (columns[0] == "1" && forms.Count > 0)
                    yield return Finish();
                forms.Add(columns[1]);
                labels.Add(columns[2]);
            }
            else if (forms.Count > 0)
                yield return Finish();
        }

        (List<string>, HashSet<(int, int, NameKind)>) Finish()
        {
            var names = new HashSet<(int, int, NameKind)>();
            for (int i = 0; i < labels.Count; i++)
            {
                if (labels[i].Length < 3)
                    continue;
                int first = i;
                while (i + 1 < labels.Count && labels[i + 1] == "I-" + labels[first][2..])
                    i++;
                if (labels[first][2..] is "PER" or "LOC" or "ORG")
                    names.Add((first, i + 1, labels[first][2..] switch { "PER" => NameKind.Person, "LOC" => NameKind.Place, _ => NameKind.Organisation }));
            }
            var result = (forms, names);
            (forms, labels) = ([], []);
            return result;
        }
    }
}
