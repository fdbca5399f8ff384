namespace Attest.Engine.Text.Figures;

/// <summary>A number as written, before it is known what it counts.</summary>
/// <param name="First">Its first piece.</param>
/// <param name="End">The piece after its last.</param>
/// <param name="Value">Its value; the lower end of a vague one.</param>
/// <param name="Upper">The upper end of a vague one ("dozens"); else null.</param>
/// <param name="Scale">What its digits were multiplied with ("million"); 1 where with nothing.</param>
/// <param name="InDigits">Whether digits begin it.</param>
/// <param name="IsVague">Whether it only names a size.</param>
internal sealed record Numeral(int First, int End, decimal Value, decimal? Upper, decimal Scale, bool InDigits, bool IsVague);
