namespace Nvi.Simulator.Population.Addresses;

/// <summary>A quarter of the address database (UAVT).</summary>
/// <param name="Kod">Code: the district's, then two digits.</param>
/// <param name="Ad">Name; invented.</param>
/// <param name="IlceKod">Code of the district.</param>
/// <param name="Tip">Kind of an address here.</param>
/// <param name="YerlesimYeri">The town or village it is part of; null in the centre of the district.</param>
public sealed record UavtMahalle(int Kod, string Ad, int IlceKod, AdresTip Tip, YerlesimYeri? YerlesimYeri);
