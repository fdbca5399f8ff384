using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>Builds the models of the language stage, each from the data and from those built before it.</summary>
internal sealed class LanguageTraining(string data, string target, string cache)
{
    // Fitted on the dev sets of EWT and GUM: below, size and time rise and nothing else does.
    private const float TaggerPrune = 1f, ParserPrune = 2f;

    private const int TaggerEpochs = 6, JackknifeEpochs = 4, ParserEpochs = 8;

    // Sentences are dealt to folds in runs, so that a fold holds whole stretches of documents.
    private const int Folds = 4, Run = 50;

    private readonly Lazy<List<TreebankWord[]>> sentences = new(() =>
        [.. Treebank.Read(Path.Combine(data, "language/ewt/train.conllu")), .. Treebank.Read(Path.Combine(data, "language/gum/train.conllu"))]);

    /// <summary>words.bin.</summary>
    public void Words() => Write("words.bin", WordClassBuilder.Build(cache, new WordNet(cache)));

    /// <summary>frequency.bin.</summary>
    public void Frequency() => Write("frequency.bin", FrequencyBuilder.Build(cache));

    /// <summary>lemmas.bin.</summary>
    public void Lemmas() => Write("lemmas.bin", LemmaBuilder.Build(cache, new WordNet(cache), sentences.Value));

    /// <summary>lexicon.bin.</summary>
    public void Lexicon() => Write("lexicon.bin", LexiconBuilder.Build(cache));

    /// <summary>tagger.bin.</summary>
    public void Tagger()
    {
        var trainer = new TaggerTrainer(TaggerTrainer.TagsOf(sentences.Value), Read("words.bin", WordClasses.Read));
        trainer.Train(sentences.Value, TaggerEpochs, seed: 1);
        Write("tagger.bin", trainer.Freeze(TaggerPrune));
    }

    /// <summary>parser.bin.</summary>
    public void Parser()
    {
        var classes = Read("words.bin", WordClasses.Read);
        int[][] tags = Jackknifed(classes, out var set);
        var trainer = new ParserTrainer(sentences.Value);
        trainer.Train(sentences.Value, tags, set, classes, ParserEpochs, seed: 1);
        Write("parser.bin", trainer.Freeze(ParserPrune));
    }

    // Tags of each sentence by a tagger that has not seen it, as the parser will meet them in use.
    private int[][] Jackknifed(WordClasses classes, out TagSet set)
    {
        var names = TaggerTrainer.TagsOf(sentences.Value);
        set = new TagSet(names);
        int[][] tags = new int[sentences.Value.Count][];
        for (int fold = 0; fold < Folds; fold++)
        {
            var trainer = new TaggerTrainer(names, classes);
            trainer.Train([.. sentences.Value.Where((_, i) => i / Run % Folds != fold)], JackknifeEpochs, seed: 2 + fold);
            using var stream = new MemoryStream(trainer.Freeze(TaggerPrune));
            var tagger = new Tagger(set, ModelFile.Read(stream, LanguageModels.ReadTagger).Model);
            var words = new WordBuffer(classes);
            for (int i = 0; i < tags.Length; i++)
            {
                if (i / Run % Folds != fold)
                    continue;
                TaggerTrainer.Fill(words, sentences.Value[i]);
                tagger.Tag(words);
                tags[i] = [.. Enumerable.Range(0, words.Count).Select(w => words[w].Tag)];
            }
        }
        return tags;
    }

    private T Read<T>(string name, Func<BinaryReader, T> read)
    {
        using var stream = File.OpenRead(Path.Combine(target, name));
        return ModelFile.Read(stream, read);
    }

    private void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(target);
        File.WriteAllBytes(Path.Combine(target, name), bytes);
        Console.WriteLine($"    {name}: {bytes.Length / 1e6:F2} MB");
    }
}
