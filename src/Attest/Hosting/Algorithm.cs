using Attest.Engine;

namespace Attest.Hosting;

/// <summary>Which engine derives stories here. What another one derived and cached is made anew; what it published stays.</summary>
internal static class Algorithm
{
    /// <summary>Differs with every change of the engine's code or of the models in it.</summary>
    public static string Version { get; } = typeof(Pipeline).Module.ModuleVersionId.ToString("N");
}
