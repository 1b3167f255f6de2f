using Kps.Mernis;
using Kps.Mernis.Services.Adres;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Call.Queries.BilesikKisiveAdres;

/// <summary>What two services say of one number.</summary>
/// <param name="Kisi">The registers.</param>
/// <param name="Adres">The address; null where no register has the number, then it was not asked for.</param>
internal sealed record KisiveAdres(MernisReply<BilesikKutukBilgileri> Kisi, MernisReply<KimlikNoileKisiAdresBilgileri>? Adres)
{
    /// <summary>No content: it is a person's record.</summary>
    public override string ToString() => nameof(KisiveAdres);
}
