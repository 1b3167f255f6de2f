namespace Nvi.Simulator.Population;

/// <summary>One seat of the kin block.</summary>
/// <param name="Cinsiyet">Sex of whoever sits here.</param>
/// <param name="Line">Paternal line, which gives the birth surname.</param>
/// <param name="Years">Years between the block's base year and the birth, before one year of chance.</param>
/// <param name="Father">Seat of the father, −1 when he is not on record.</param>
/// <param name="Mother">Seat of the mother, −1 when she is not on record.</param>
/// <param name="Spouse">Seat of the spouse, −1 for none.</param>
internal sealed record KinRole(Cinsiyet Cinsiyet, FamilyLine Line, int Years, int Father = -1, int Mother = -1, int Spouse = -1);
