using Kps.Contracts.Ortak;
using Nvi = Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Call.Mapping;

/// <summary>The two types every record is made of.</summary>
internal static class SharedTypeMapping
{
    /// <summary>Null for an empty parameter: NVİ writes the element with nil children, the Ministry nil as a whole.</summary>
    public static Parametre? ToContract(this Nvi.Parametre? nvi) =>
        nvi is null or { Kod: null, Aciklama: null } ? null : new Parametre { Kod = nvi.Kod, Aciklama = nvi.Aciklama };

    /// <summary>A date clients demand to be present: nil leaves when nothing is known.</summary>
    public static TarihBilgisi ToPresentDate(this Nvi.TarihBilgisi? nvi) =>
        new() { Yil = nvi?.Yil, Ay = nvi?.Ay, Gun = nvi?.Gun };

    /// <summary>A date that is nil as a whole when nothing is known.</summary>
    public static TarihBilgisi? ToDateOrNil(this Nvi.TarihBilgisi? nvi) =>
        nvi is null or { Yil: null, Ay: null, Gun: null } ? null : nvi.ToPresentDate();
}
