using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Attest.Benchmarks.PageBenchmarks).Assembly).Run(args);
