namespace Nvi.Simulator.Population;

/// <summary>One seat of a kin template.</summary>
/// <param name="Cinsiyet">Sex of whoever sits here.</param>
/// <param name="Line">Paternal line, which gives the birth surname.</param>
/// <param name="Years">Years between the template's base year and the birth, before one year of chance.</param>
/// <param name="Father">Seat of the father, −1 when he is not on record.</param>
/// <param name="Mother">Seat of the mother, −1 when she is not on record.</param>
/// <param name="LeastAge">Age before which whoever sits here does not die; for parents of late children.</param>
/// <param name="TwinOf">Seat whose name and birth this one repeats: the same child entered twice, or a twin who got the same name. −1 for none.</param>
internal sealed record KinRole(
    Cinsiyet Cinsiyet, FamilyLine Line, int Years, int Father = -1, int Mother = -1, int LeastAge = 0, int TwinOf = -1);
