namespace Kps.Contracts;

/// <summary>
/// The operations of the published contract. The numbers are stored in audit rows and in the registry: they are never reused or changed.
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

    /// <summary>WS-Trust Issue at the token door; never an operation of the query contract.</summary>
    Issue = 100,
}
