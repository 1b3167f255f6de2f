using Kps.Contracts.Ek;
using Nvi = Kps.Mernis.Services.BilesikKutuk;
using Ortak = Kps.Contracts.Ortak;

namespace Kps.Gateway.Call.Queries.Ek;

/// <summary>The two types every record is made of, in the namespace of the second service: nil as a whole where NVİ expands them with nothing in them.</summary>
internal static class EkTypeMapping
{
    /// <summary>Null for an empty parameter.</summary>
    public static Parametre? ToEk(this Nvi.Parametre? nvi) =>
        nvi is null or { Kod: null, Aciklama: null } ? null : new Parametre { Kod = nvi.Kod, Aciklama = nvi.Aciklama };

    /// <summary>The same reason in the second service's own type.</summary>
    public static Parametre ToEk(this Ortak.Parametre hata) => new() { Kod = hata.Kod, Aciklama = hata.Aciklama };

    /// <summary>Null when nothing of the date is known.</summary>
    public static TarihBilgisi? ToEk(this Nvi.TarihBilgisi? nvi) =>
        nvi is null or { Yil: null, Ay: null, Gun: null } ? null : new TarihBilgisi { Yil = nvi.Yil, Ay = nvi.Ay, Gun = nvi.Gun };
}
