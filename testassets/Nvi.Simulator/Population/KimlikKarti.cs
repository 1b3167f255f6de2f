namespace Nvi.Simulator.Population;

/// <summary>The identity card issued since 2017, <c>TCKKBilgisi</c> on the wire.</summary>
/// <param name="SeriNo">Letter, two digits, letter, five digits.</param>
/// <param name="SonGecerlilikTarih">Ten years after the issue.</param>
/// <param name="KanGrubu">Blood group, when the holder had it entered.</param>
/// <param name="SurucuBelgeYuklenmeTarih">Day a driving licence was loaded, null when none was.</param>
/// <param name="VerenMakam">Issuing authority.</param>
public sealed record KimlikKarti(
    string SeriNo, NviTarih SonGecerlilikTarih, NviParametre? KanGrubu, NviTarih? SurucuBelgeYuklenmeTarih, string VerenMakam);
