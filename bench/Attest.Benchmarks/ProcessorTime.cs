using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Attest.Benchmarks;

/// <summary>
/// Runs benchmarks by their processor time, for machines that do other work beside: wall time then says how busy they are. One call to warm up, then calls for about
/// three seconds; all threads count. <c>-- --processor CLASS...</c>
/// </summary>
internal static class ProcessorTime
{
    private static readonly TimeSpan enough = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(IReadOnlyCollection<string> names)
    {
        foreach (var type in typeof(ProcessorTime).Assembly.GetTypes().Where(t => names.Contains(t.Name)))
            foreach (var setting in Settings(type))
                await RunAsync(type, setting);
    }

    private static async Task RunAsync(Type type, Dictionary<PropertyInfo, object> setting)
    {
        object instance = Activator.CreateInstance(type)!;
        foreach (var (property, value) in setting)
            property.SetValue(instance, value);
        await CallAsync(instance, Marked<GlobalSetupAttribute>(type).SingleOrDefault());
        foreach (var method in Marked<BenchmarkAttribute>(type))
        {
            await CallAsync(instance, method);
            var process = Process.GetCurrentProcess();
            var (before, watch, calls) = (process.TotalProcessorTime, Stopwatch.StartNew(), 0);
            do
            {
                await CallAsync(instance, method);
                calls++;
                process.Refresh();
            }
            while (process.TotalProcessorTime - before < enough);
            double operations = (double)calls * Math.Max(1, method.GetCustomAttribute<BenchmarkAttribute>()!.OperationsPerInvoke);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{type.Name}.{method.Name}{string.Concat(setting.Select(s => $" {s.Key.Name}={s.Value}"))}: {(process.TotalProcessorTime - before).TotalMilliseconds * 1000 / operations:F1} µs of processor time, {watch.Elapsed.TotalMilliseconds * 1000 / operations:F1} µs of wall time an operation ({calls} calls)"));
        }
        await CallAsync(instance, Marked<GlobalCleanupAttribute>(type).SingleOrDefault());
    }

    private static MethodInfo[] Marked<T>(Type type)
        where T : Attribute => [.. type.GetMethods().Where(m => m.GetCustomAttribute<T>() is not null)];

    private static async Task CallAsync(object instance, MethodInfo? method)
    {
        if (method?.Invoke(instance, null) is Task task)
            await task;
    }

    /// <summary>Every combination of the class's parameters.</summary>
    private static IEnumerable<Dictionary<PropertyInfo, object>> Settings(Type type)
    {
        IEnumerable<Dictionary<PropertyInfo, object>> settings = [[]];
        foreach (var property in type.GetProperties().Where(p => p.GetCustomAttribute<ParamsAttribute>() is not null))
            settings = settings.SelectMany(s => property.GetCustomAttribute<ParamsAttribute>()!.Values.Select(v => new Dictionary<PropertyInfo, object>(s) { [property] = v! })).ToList();
        return settings;
    }
}
