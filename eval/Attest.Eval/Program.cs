using Attest.Eval;

const string usage = "usage: Attest.Eval --data DIR --split dev|test [--task TASK]... [--json] [--gate FLOORS | --pin FLOORS]\n       Attest.Eval --data DIR --convert verdicts|attribution > FILE.jsonl";
string? data = null, split = null;
var names = new List<string>();
string? convert = null, gate = null, pin = null;
bool json = false;
for (int i = 0; i < args.Length; i++)
{
    string? next = i + 1 < args.Length ? args[i + 1] : null;
    switch (args[i])
    {
        case "--data" when next is not null: data = next; i++; break;
        case "--split" when next is "dev" or "test": split = next; i++; break;
        case "--task" when next is not null: names.Add(next); i++; break;
        case "--convert" when next is not null && Conversion.Sets.Contains(next): convert = next; i++; break;
        case "--json": json = true; break;
        case "--gate" when next is not null: gate = next; i++; break;
        case "--pin" when next is not null: pin = next; i++; break;
        default:
            Console.Error.WriteLine($"not understood: {args[i]}");
            Console.Error.WriteLine(usage);
            return 2;
    }
}
if (data is not null && convert is not null)
{
    Console.Error.WriteLine($"{Conversion.Write(convert, new DataFolder(data, "dev"), Console.Out)} articles");
    return 0;
}
if (data is null || split is null)
{
    Console.Error.WriteLine(usage);
    return 2;
}
if (names.Find(n => EvalTask.All.All(t => t.Name != n)) is { } unknown)
{
    Console.Error.WriteLine($"no task {unknown}; there are: {string.Join(", ", EvalTask.All.Select(t => t.Name))}");
    return 2;
}

if (gate is not null && names.Count == 0)
    names.AddRange(Floors.Tasks(gate));

var folder = new DataFolder(data, split);
var results = new Dictionary<string, IReadOnlyList<Figure>>();
int code = 0;
foreach (var task in EvalTask.All.Where(t => names.Count == 0 || names.Contains(t.Name)))
{
    try
    {
        results[task.Name] = task.Run(folder);
    }
    catch (IOException e)
    {
        // A part of the data that is not there must not hide the figures of the others.
        Console.Error.WriteLine($"{task.Name}: {e.Message}");
        code = 1;
    }
}
if (json)
{
    using var stdout = Console.OpenStandardOutput();
    Report.Json(results, stdout);
}
else
    Report.Table(results, Console.Out);
if (pin is not null)
    Floors.Pin(pin, folder, results);
if (gate is not null && Floors.Broken(gate, folder, results) is { Count: > 0 } broken)
{
    foreach (string line in broken)
        Console.Error.WriteLine(line);
    return 1;
}
return code;
