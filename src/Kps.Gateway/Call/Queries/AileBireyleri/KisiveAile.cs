using Kps.Mernis;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Services.Nko;

namespace Kps.Gateway.Call.Queries.AileBireyleri;

/// <summary>What two services say of one number.</summary>
/// <param name="Kisi">The registers.</param>
/// <param name="Aile">The family; null where the number is no citizen's, then it was not asked for.</param>
internal sealed record KisiveAile(MernisReply<BilesikKutukBilgileri> Kisi, MernisReply<Nko>? Aile)
{
    /// <summary>No content: it is a family's record.</summary>
    public override string ToString() => nameof(KisiveAile);
}
