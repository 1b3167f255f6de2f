namespace Nvi.Simulator.Population;

/// <summary>A marriage that was made.</summary>
/// <param name="Union">Its number in the kin template.</param>
/// <param name="Husband">Seat of the husband.</param>
/// <param name="Wife">Seat of the wife.</param>
/// <param name="Married">Day of the marriage.</param>
/// <param name="Divorced">Day of the divorce, null when there was none.</param>
internal sealed record Marriage(int Union, Seat Husband, Seat Wife, NviTarih Married, NviTarih? Divorced)
{
    /// <summary>The other of the two.</summary>
    public Seat Partner(in Seat seat) => seat.Number == Husband.Number ? Wife : Husband;
}
