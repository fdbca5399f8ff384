using System.Diagnostics;

namespace Attest.Tests.Hosting;

/// <summary>The program as a process of its own: to be killed, and to be met by others on its folder.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process process;

    private Child(Process process) => this.process = process;

    public bool HasExited => process.HasExited;

    /// <summary>Starts the program.</summary>
    public static Child Start(params string[] arguments) => Run([Host, .. Program(arguments)]);

    /// <summary>
    /// Starts the program where a folder cannot be written. Root may write whatever its bits say, so for root the folder is mounted read-only, seen by this process alone;
    /// for others its bits are enough.
    /// </summary>
    public static Child StartReadOnly(string folder, params string[] arguments)
    {
        if (Environment.IsPrivilegedProcess)
            return Run(["unshare", "-m", "sh", "-c", "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"", folder, Host, .. Program(arguments)]);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return Start(arguments);
    }

    private static string Host => Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";

    private static IEnumerable<string> Program(string[] arguments) => ["exec", Path.Combine(AppContext.BaseDirectory, "attest.dll"), .. arguments];

    private static Child Run(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        return new Child(Process.Start(start)!);
    }

    /// <summary>The address that a server prints when it is up, and the token where it made one. All that is on standard error is printed before.</summary>
    public async Task<(string Address, string? Token)> UpAsync(bool isFirst)
    {
        string? token = null;
        while (isFirst && token is null && await process.StandardError.ReadLineAsync() is { } line)
            if (line.Contains("Token for", StringComparison.Ordinal))
                token = line[(line.LastIndexOf(' ') + 1)..];
        string first = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the server did not come up: " + await process.StandardError.ReadToEndAsync());
        return (first.Split(' ')[3].TrimEnd('/'), token);
    }

    /// <summary>Waits for the end.</summary>
    public async Task<(int Code, string Output, string Errors)> EndAsync()
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: what a service manager sends to have it stop.</summary>
    public void Stop()
    {
        using var kill = Process.Start("sh", ["-c", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"kill -TERM {process.Id}")]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
