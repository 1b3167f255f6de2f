using Kps.Contracts.Adres;
using Kps.Contracts.Ortak;
using Kps.Mernis;
using Kps.Mernis.Services.Adres;

namespace Kps.Gateway.Call.Mapping;

/// <summary>Reads the answer of NVİ's address service: the address of residence, or the reason that there is none.</summary>
internal static class AdresAnswer
{
    /// <summary>The address or the reason; neither when NVİ said nothing at all of one.</summary>
    /// <param name="reply">A reply without fault.</param>
    public static (KisiAdresBilgisi? Adres, Parametre? Hata) Read(MernisReply<KimlikNoileKisiAdresBilgileri> reply)
    {
        if (reply.Value is not { } bilgi)
        {
            return (null, reply.Hata is { } hata ? new Parametre { Kod = hata.Kod, Aciklama = hata.Aciklama } : null);
        }

        var adres = AdresMapper.Map(bilgi.YerlesimYeriAdresi);
        return adres is { AcikAdres: null, AdresNo: null, IlIlceMerkezAdresi: null, BeldeAdresi: null, KoyAdresi: null, YurtDisiAdresi: null } or null
            ? (null, bilgi.HataBilgisi.ToContract() ?? adres?.HataBilgisi)
            : (adres, null);
    }
}
