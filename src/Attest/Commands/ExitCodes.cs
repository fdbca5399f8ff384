namespace Attest.Commands;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    public const int Failed = 1;

    public const int WrongUsage = 2;
}
