using Attest.Benchmarks;
using BenchmarkDotNet.Running;

if (args is ["--processor", .. var names])
    await ProcessorTime.RunAsync(names);
else if (args is ["--large"])
    await LargePage.RunAsync();
else if (args is ["--live", .. { Length: 6 } live])
    await LiveViewers.RunAsync(live);
else if (args is ["--waits"])
    await AppendWaits.RunAsync();
else
    BenchmarkSwitcher.FromAssembly(typeof(PageBenchmarks).Assembly).Run(args);
