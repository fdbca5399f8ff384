namespace Attest.Engine.Text.Figures;

/// <summary>A figure while its sentence is being read: the quantity with the pieces that it stands on.</summary>
/// <param name="First">First piece, bound words included.</param>
/// <param name="Number">First piece of the amount.</param>
/// <param name="End">Piece after the amount and what bounds it from behind.</param>
/// <param name="Quantity">What it says.</param>
internal sealed record Figure(int First, int Number, int End, Quantity Quantity);
