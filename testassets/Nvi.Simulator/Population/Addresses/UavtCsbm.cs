namespace Nvi.Simulator.Population.Addresses;

/// <summary>A street, boulevard or square (cadde, sokak, bulvar, meydan) of the address database (UAVT).</summary>
/// <param name="Kod">Code: the quarter's, then two digits.</param>
/// <param name="Ad">Name with its kind; invented.</param>
/// <param name="MahalleKod">Code of the quarter.</param>
/// <param name="Tip">Kind; the codes are invented.</param>
public sealed record UavtCsbm(int Kod, string Ad, int MahalleKod, NviParametre Tip);
