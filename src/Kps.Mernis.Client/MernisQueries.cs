using Kps.Contracts;
using Kps.Mernis.Services.Adres;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Services.ByAnalogy;
using Kps.Mernis.Services.Nko;

namespace Kps.Mernis;

/// <summary>Every question that can be put to NVİ. Whether criteria are plausible is the caller's business; here they only have to fit on the wire.</summary>
public static class MernisQueries
{
    /// <summary>The three population registers, one number; in the version <see cref="MernisOptions.BilesikVersion"/> names.</summary>
    public static MernisQuery<BilesikKutukBilgileri> BilesikKutuk(Tckn kimlikNo) => new(BilesikKutukService.Instance, kimlikNo.Value);

    /// <summary>The addresses of one number (2021/04/01).</summary>
    public static MernisQuery<KimlikNoileKisiAdresBilgileri> Adres(Tckn kimlikNo) => new(AdresService.Instance, kimlikNo.Value);

    /// <summary>An extract of the family register (2021/04/01).</summary>
    /// <param name="kimlikNo">A citizen's number.</param>
    /// <param name="tur">How far the extract reaches.</param>
    /// <param name="vukuatli">With events.</param>
    /// <param name="eskiEsListele">With former spouses.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tur"/> is none of the WSDL's values.</exception>
    public static MernisQuery<Nko> Nko(Tckn kimlikNo, NkoTur tur, bool vukuatli, bool eskiEsListele) =>
        new(NkoService.Instance, kimlikNo.Value, NkoCriteria.Of(tur, vukuatli, eskiEsListele));

    /// <summary>Citizens by name, birth and parents. The answer is every match, at most 200. By analogy: see <see cref="MernisClient.Offers"/>.</summary>
    /// <exception cref="ArgumentException">A text holds a character XML 1.0 does not know.</exception>
    public static MernisQuery<IReadOnlyList<TCKisiBilgisi>> KisiBilgileri(KisiBilgileriKriteri kriter) =>
        new(KisiBilgileriService.Instance, 0, KisiBilgileriService.Checked(kriter));

    /// <summary>The citizen at a place in the family register. By analogy: see <see cref="MernisClient.Offers"/>.</summary>
    public static MernisQuery<TCKisiBilgisi> KayitYeri(KayitYeriKriteri kriter)
    {
        ArgumentNullException.ThrowIfNull(kriter);
        return new(KayitYeriService.Instance, 0, kriter);
    }

    /// <summary>All provinces. By analogy: see <see cref="MernisClient.Offers"/>.</summary>
    public static MernisQuery<IReadOnlyList<Il>> TumIl() => new(TumIlService.Instance, 0);

    /// <summary>The districts of a province. By analogy: see <see cref="MernisClient.Offers"/>.</summary>
    public static MernisQuery<IReadOnlyList<Ilce>> IleBagliIlce(int ilKod) => new(IleBagliIlceService.Instance, ilKod);

    /// <summary>The quarters of a district. By analogy: see <see cref="MernisClient.Offers"/>.</summary>
    public static MernisQuery<IReadOnlyList<Mahalle>> IlceyeBagliMahalle(int ilceKod) => new(IlceyeBagliMahalleService.Instance, ilceKod);

    /// <summary>The streets of a quarter, at most 10,000. By analogy: see <see cref="MernisClient.Offers"/>.</summary>
    public static MernisQuery<IReadOnlyList<Csbm>> MahalleyeBagliCsbm(int mahalleKod) => new(MahalleyeBagliCsbmService.Instance, mahalleKod);

    /// <summary>How many events of a kind a place had in a stretch of time. By analogy: see <see cref="MernisClient.Offers"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind of event is none of the known ones.</exception>
    public static MernisQuery<Istatistik> Istatistik(IstatistikKriteri kriter) => new(IstatistikService.Instance, 0, IstatistikService.Checked(kriter));
}
