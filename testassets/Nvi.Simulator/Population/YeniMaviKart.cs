namespace Nvi.Simulator.Population;

/// <summary>The chip blue card, <c>YeniMaviKartBilgisi</c> on the wire since 2023/02/01.</summary>
/// <param name="SeriNo">Letter, two digits, letter, five digits.</param>
/// <param name="SonGecerlilikTarih">Ten years after the issue.</param>
/// <param name="VerenMakam">Issuing authority.</param>
public sealed record YeniMaviKart(string SeriNo, NviTarih SonGecerlilikTarih, string VerenMakam);
