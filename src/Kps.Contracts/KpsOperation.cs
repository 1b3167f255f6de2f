namespace Kps.Contracts;

/// <summary>
/// The operations of the published contracts: 1–7 those of IKpsServices, 20–30 those of IKpsEkServisler. The numbers are stored in audit rows and in the registry: they are never reused or changed.
/// </summary>
public enum KpsOperation : short
{
    /// <summary>Fail-closed default: no operation was recognised.</summary>
    None = 0,

    /// <summary>Person by number, without the address.</summary>
    BilesikKisiSorgula = 1,

    /// <summary>Person and address by number.</summary>
    BilesikKisiveAdresSorgula = 2,

    /// <summary>Address by number.</summary>
    KimlikNoIleAdresBilgisiSorgula = 3,

    /// <summary>Nüfus kayıt örneği by number.</summary>
    KimlikNoIleNufusKayitOrnegiSorgula = 4,

    /// <summary>Number by person criteria.</summary>
    TcKimlikNoSorgula = 5,

    /// <summary>Family members by number.</summary>
    AileBireyleriSorgula = 6,

    /// <summary>What the caller is entitled to.</summary>
    YetkiListesi = 7,

    /// <summary>Person by the place of entry in the register of citizens.</summary>
    KayitYeriIleKimlikSorgula = 20,

    /// <summary>Nüfus kayıt örneği in each of its kinds, by number or by place of entry.</summary>
    NufusKayitOrnegiSorgula = 21,

    /// <summary>Identity booklet and chip card by number.</summary>
    CuzdanBilgisiSorgula = 22,

    /// <summary>Events of the civil register by number.</summary>
    NufusOlaySorgula = 23,

    /// <summary>Provinces of the national address database (UAVT).</summary>
    IlListesi = 24,

    /// <summary>Districts of a province.</summary>
    IlceListesi = 25,

    /// <summary>Neighbourhoods of a district.</summary>
    MahalleListesi = 26,

    /// <summary>Streets and squares of a neighbourhood.</summary>
    CsbmListesi = 27,

    /// <summary>How many births, deaths, marriages or divorces; no person.</summary>
    IstatistikSorgula = 28,

    /// <summary>Whether a citizen's details and card are right: yes or no, nothing personal.</summary>
    KisiVeCuzdanDogrula = 29,

    /// <summary>Whether a foreigner's details are right: yes or no, nothing personal.</summary>
    YabanciDogrula = 30,

    /// <summary>WS-Trust Issue at the token door; never an operation of the query contract.</summary>
    Issue = 100,
}
