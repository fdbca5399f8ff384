using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>Builds the models of the language stage, each from the data and from those built before it.</summary>
internal sealed class LanguageTraining(string data, string target, string cache)
{
    // Fitted on the dev sets of EWT and GUM: below, size and time rise and nothing else does.
    private const float TaggerPrune = 0.5f, ParserPrune = 0.8f;

    // Features whose averaged weights are all smaller after the first epochs are given up, and the last epochs make the best of the others.
    private const float ParserKeep = 1.5f, ParserFirstCut = 0.6f;

    // LAS on EWT dev: one order and two epochs .8271, the mean of four orders .8280, of five orders and four epochs .8294, of eight and five .8309.
    private const float ParserCut = 1f;

    private const float NamePrune = 0.3f;

    private const int NameEpochs = 6, NameRounds = 3, RestyledEvery = 12;

    private const int TaggerEpochs = 6, JackknifeEpochs = 4, ParserEpochs = 6, ParserLastEpochs = 2, PunctuationEpochs = 6, ParserOrders = 8, ParserMixedEpochs = 5;

    // Sentences are dealt to folds in runs, so that a fold holds whole stretches of documents.
    private const int Folds = 4, Run = 50;

    private readonly Lazy<List<TreebankWord[]>> sentences = new(() =>
        [.. Treebank.Read(Path.Combine(data, "language/ewt/train.conllu")), .. Treebank.Read(Path.Combine(data, "language/gum/train.conllu"))]);

    private readonly Lazy<StanceTraining> stances = new(() => new StanceTraining(StanceRows.Read(
        File.ReadLines(Path.Combine(data, "stance/train.bodies.jsonl")), File.ReadLines(Path.Combine(data, "stance/train.jsonl")), File.ReadLines(Path.Combine(data, "verdicts/headlines.train.jsonl")))));

    private readonly Lazy<BearingTraining> bearings = new(() => new BearingTraining(EvidenceRow.Read(File.ReadLines(Path.Combine(data, "evidence/climate-fever.train.jsonl")))));

    // EWT's sentences come first.
    private readonly Lazy<int> ewtCount = new(() => Treebank.Read(Path.Combine(data, "language/ewt/train.conllu")).Count);

    // Tags of each sentence by a tagger that has not seen it; made once for the parser and the name finder.
    private int[][]? jackknifed;

    /// <summary>words.bin.</summary>
    public void Words() => Write("words.bin", WordClassBuilder.Build(cache, new WordNet(cache)));

    /// <summary>frequency.bin.</summary>
    public void Frequency() => Write("frequency.bin", FrequencyBuilder.Build(cache));

    /// <summary>lemmas.bin.</summary>
    public void Lemmas() => Write("lemmas.bin", LemmaBuilder.Build(cache, new WordNet(cache), sentences.Value));

    /// <summary>lexicon.bin.</summary>
    public void Lexicon() => Write("lexicon.bin", LexiconBuilder.Build(cache));

    /// <summary>pairs.bin; its features are those of the language stage as built into this program.</summary>
    public void Pairs() => Write("pairs.bin", PairTraining.Build(data));

    /// <summary>tenor.bin.</summary>
    public void Tenor() => Write("tenor.bin", stances.Value.Tenors());

    /// <summary>stance.bin, which needs pairs.bin as built into this program.</summary>
    public void Stance() => Write("stance.bin", stances.Value.Stances());

    /// <summary>headlines.bin, which needs pairs.bin as built into this program.</summary>
    public void Headlines() => Write("headlines.bin", new HeadlineTraining(HeadlineTraining.Read(File.ReadLines(Path.Combine(data, "verdicts/headlines.train.jsonl"))), stances.Value).Build());

    /// <summary>Prints what each stance should weigh in the engine's calibration; writes nothing.</summary>
    public void StanceWeights()
    {
        var (weights, without, shipped, after) = StanceWeightFit.Of(stances.Value);
        Console.WriteLine(FormattableString.Invariant($"    macro F1 {without:0.000} without, {shipped:0.000} with those that ship, {after:0.000} with [{string.Join(", ", weights.Select(w => w.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)))}]"));
    }

    /// <summary>bearing.bin, which needs pairs.bin and tenor.bin as built into this program.</summary>
    public void Bearing() => Write("bearing.bin", bearings.Value.Build());

    /// <summary>Prints what several sentences make of a claim, for the engine's calibration; writes nothing.</summary>
    public void Outlook()
    {
        var judged = bearings.Value.Judged();
        var (told, accuracy, macro, loss) = OutlookFit.Told(judged);
        Console.WriteLine(FormattableString.Invariant($"    odds [{string.Join(", ", OutlookFit.Of(judged).Select(Short))}], told [{string.Join(", ", told.Select(Short))}]"));
        Console.WriteLine(FormattableString.Invariant($"    over folds: accuracy {accuracy:0.000}, macro F1 {macro:0.000}, loss {loss:0.000}"));

        static string Short(double number) => number.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
    }

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
        int[][] tags = Jackknifed(classes);
        var first = new ParserTrainer(sentences.Value);
        var random = new Random(1);
        first.Train(sentences.Value, tags, Tags, classes, ParserEpochs, random);
        first.KeepOnly(ParserKeep);
        first.Train(sentences.Value, tags, Tags, classes, ParserLastEpochs, random, explore: true);
        // What was cut away once more is made up for by starting over from what is left, in several orders: their mean errs less than each.
        byte[] start = first.Freeze(ParserPrune, ParserFirstCut);
        var mixed = new ParserTrainer[ParserOrders];
        for (int order = 0; order < ParserOrders; order++)
        {
            mixed[order] = new ParserTrainer(sentences.Value);
            using (var reader = new BinaryReader(new MemoryStream(start)))
                mixed[order].StartFrom(reader);
            mixed[order].Train(sentences.Value, tags, Tags, classes, ParserMixedEpochs, new Random(2 + order), explore: true);
        }
        mixed[0].TrainPunctuation(sentences.Value, tags, Tags, classes, PunctuationEpochs);
        mixed[0].Mix(mixed[1..]);
        Write("parser.bin", mixed[0].Freeze(ParserPrune, ParserCut));
    }

    /// <summary>names.bin.</summary>
    public void Names()
    {
        var classes = Read("words.bin", WordClasses.Read);
        int[][] tags = Jackknifed(classes);
        int gumStart = ewtCount.Value;
        var training = NameData.FromGum(sentences.Value.Skip(gumStart)).Select((s, i) => (s, tags[gumStart + i])).ToList();
        var words = new WordBuffer(classes);
        var (set, model) = Read("tagger.bin", LanguageModels.ReadTagger);
        var tagger = new Tagger(set, model);
        foreach (string file in (string[])["wikigold.conll.txt", "wnut17.train.conll.txt"])
            foreach (var sentence in NameData.ReadColumns(Path.Combine(data, "language/ner", file)))
                training.Add((sentence, TagsOf(tagger, words, sentence.Forms)));
        // People also write without capitals, and headlines in nothing but: a share of the sentences is learnt in such dress too.
        foreach (var (sentence, _) in training.ToList().Where((_, i) => i % RestyledEvery == 0))
        {
            string[] lower = [.. sentence.Forms.Select(f => f.ToLowerInvariant())];
            training.Add((sentence with { Forms = lower }, TagsOf(tagger, words, lower)));
        }
        foreach (var (sentence, _) in training.ToList().Where((_, i) => i % RestyledEvery == 1))
        {
            string[] upper = [.. sentence.Forms.Select(f => f.ToUpperInvariant())];
            training.Add((sentence with { Forms = upper }, TagsOf(tagger, words, upper)));
        }
        // After the first, each round learns from EWT's sentences as the round before names them.
        for (int round = 0; round < NameRounds; round++)
        {
            var own = round == 0 ? null : new OwnNames(classes, set, Read("names.bin", LinearModel.Read));
            var trainer = new NameTrainer(classes, set);
            trainer.Train([.. training, .. OwnTraining(own, tags)], NameEpochs, seed: 1);
            Write("names.bin", trainer.Freeze(NamePrune));
        }
    }

    /// <summary>attributions.bin.</summary>
    public void Attributions()
    {
        var models = new LanguageModels(name => File.OpenRead(Path.Combine(target, name)));
        Write("attributions.bin", AttributionTrainer.Build(Path.Combine(data, "attribution/train.jsonl"), models));
    }

    private IEnumerable<(NamedSentence Sentence, int[] Tags)> OwnTraining(OwnNames? own, int[][] tags)
    {
        for (int i = 0; own is not null && i < ewtCount.Value; i++)
            if (own.Of(sentences.Value[i]) is { } sentence)
                yield return (sentence, tags[i]);
    }

    private TagSet Tags => new(TaggerTrainer.TagsOf(sentences.Value));

    private int[][] Jackknifed(WordClasses classes)
    {
        if (jackknifed is not null)
            return jackknifed;
        var set = Tags;
        jackknifed = new int[sentences.Value.Count][];
        for (int fold = 0; fold < Folds; fold++)
        {
            var trainer = new TaggerTrainer(set.Joint, classes);
            trainer.Train([.. sentences.Value.Where((_, i) => i / Run % Folds != fold)], JackknifeEpochs, seed: 2 + fold);
            using var stream = new MemoryStream(trainer.Freeze(TaggerPrune));
            var tagger = new Tagger(set, ModelFile.Read(stream, LanguageModels.ReadTagger).Model);
            var words = new WordBuffer(classes);
            for (int i = 0; i < jackknifed.Length; i++)
                if (i / Run % Folds == fold)
                    jackknifed[i] = TagsOf(tagger, words, [.. sentences.Value[i].Select(w => w.Form)]);
        }
        return jackknifed;
    }

    private static int[] TagsOf(Tagger tagger, WordBuffer words, string[] forms)
    {
        words.Clear();
        foreach (string form in forms)
            words.Add(form, form.ToLowerInvariant());
        tagger.Tag(words);
        return [.. Enumerable.Range(0, words.Count).Select(i => words[i].Tag)];
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
