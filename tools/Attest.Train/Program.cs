using System.Diagnostics;
using Attest.Train;

const string usage = "usage: Attest.Train --data DIR --out DIR [--cache DIR] [--only words|frequency|lemmas|tagger|parser|names|lexicon|attributions|pairs|tenor|stance|headlines|bearing|stance-weights|outlook]...";
string? data = null, target = null;
string cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "attest-train");
var only = new List<string>();
for (int i = 0; i < args.Length; i++)
{
    string? next = i + 1 < args.Length ? args[i + 1] : null;
    switch (args[i])
    {
        case "--data" when next is not null: data = next; i++; break;
        case "--out" when next is not null: target = next; i++; break;
        case "--cache" when next is not null: cache = next; i++; break;
        case "--only" when next is not null: only.Add(next); i++; break;
        default:
            Console.Error.WriteLine(usage);
            return 2;
    }
}
if (data is null || target is null)
{
    Console.Error.WriteLine(usage);
    return 2;
}

var clock = Stopwatch.StartNew();
var languageTraining = new LanguageTraining(data, target, cache);
foreach (var (name, build) in new (string, Action)[]
{
    ("words", languageTraining.Words), ("lemmas", languageTraining.Lemmas), ("tagger", languageTraining.Tagger), ("parser", languageTraining.Parser), ("names", languageTraining.Names),
    ("lexicon", languageTraining.Lexicon), ("frequency", languageTraining.Frequency), ("pairs", languageTraining.Pairs), ("attributions", languageTraining.Attributions),
    ("tenor", languageTraining.Tenor), ("stance", languageTraining.Stance), ("headlines", languageTraining.Headlines),
    ("bearing", languageTraining.Bearing), ("stance-weights", languageTraining.StanceWeights), ("outlook", languageTraining.Outlook),
})
{
    if (only.Count > 0 && !only.Contains(name))
        continue;
    Console.WriteLine($"{clock.Elapsed:mm\\:ss} {name}");
    build();
}
Console.WriteLine($"{clock.Elapsed:mm\\:ss} done");
return 0;
