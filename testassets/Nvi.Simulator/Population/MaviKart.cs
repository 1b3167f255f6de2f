namespace Nvi.Simulator.Population;

/// <summary>The paper blue card, <c>MaviKartBilgisi</c> on the wire.</summary>
/// <param name="Seri">Letter and two digits.</param>
/// <param name="No">Six digits.</param>
/// <param name="Birim">Code of the issuing unit.</param>
/// <param name="KartKayitNo">Register number of the issue.</param>
/// <param name="VerilisNeden">Why it was issued.</param>
/// <param name="VerilmeTarih">Day of issue.</param>
public sealed record MaviKart(string Seri, int No, int Birim, long KartKayitNo, NviParametre VerilisNeden, NviTarih VerilmeTarih);
