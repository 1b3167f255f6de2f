namespace Nvi.Simulator.Population;

/// <summary>The permit under which a foreigner is registered; members of <c>YabanciKisiBilgisi</c> on the wire.</summary>
/// <param name="IzinNo">Number of the permit.</param>
/// <param name="IzinBaslangicTarih">First day.</param>
/// <param name="IzinBitisTarih">Last day, null for an open-ended permit.</param>
/// <param name="BitisTarihiBelirsizOlmaNeden">Why the permit is open-ended; set exactly when there is no last day.</param>
/// <param name="IzinDuzenlenenIl">Issuing province.</param>
/// <param name="KaynakBirim">The unit that reported the person.</param>
/// <param name="Statu">Legal status of the stay.</param>
public sealed record YabanciIzin(
    string IzinNo,
    DateOnly IzinBaslangicTarih,
    DateOnly? IzinBitisTarih,
    NviParametre? BitisTarihiBelirsizOlmaNeden,
    NviParametre IzinDuzenlenenIl,
    NviParametre KaynakBirim,
    NviParametre Statu);
