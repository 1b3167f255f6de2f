using Kps.Contracts;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Call.Queries.Ek.KisiVeCuzdanDogrula;

/// <summary>
/// KisiVeCuzdanDogrula: is this the citizen, and is this the citizen's card? The card is looked at last, so that NVİ's refusal to tell of it is passed on
/// only to somebody who was right about the person.
/// </summary>
internal sealed class KisiVeCuzdanDogrulaQuery(IstanbulClock clock) : DogrulaQuery<KisiVeCuzdanCriteria>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.KisiVeCuzdanDogrula;

    /// <inheritdoc />
    protected override KisiVeCuzdanCriteria Bind(BodyElement body) => KisiVeCuzdanCriteria.Bind(body);

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, KisiVeCuzdanCriteria criteria)
    {
        var kriter = criteria.Kriter;
        return KimlikNoRule.Check(call, kriter.KimlikNo)
            ?? NameRule.Check(kriter.Ad, nameof(kriter.Ad))
            ?? NameRule.Check(kriter.Soyad, nameof(kriter.Soyad))
            ?? BirthDateRule.Check(kriter.DogumYil, kriter.DogumAy, kriter.DogumGun, clock.Today, "Doğum tarihi (DogumYil, DogumAy, DogumGun)")
            ?? CuzdanRule.Check(kriter);
    }

    /// <inheritdoc />
    protected override Tckn PersonOf(KisiVeCuzdanCriteria criteria) => criteria.Person;

    /// <inheritdoc />
    protected override QueryResult Verify(KisiVeCuzdanCriteria criteria, BilesikKutukBilgileri kutuk)
    {
        var kriter = criteria.Kriter;
        if (KutukKayitlari.Vatandas(kutuk) is not { KisiBilgisi: { } kisi } kayit
            || !PersonMatch.IsOpen(kisi.DurumBilgisi?.Durum, kisi.DurumBilgisi?.OlumTarih)
            || !PersonMatch.IsName(kriter.Ad, kisi.TemelBilgisi?.Ad)
            || !PersonMatch.IsName(kriter.Soyad, kisi.TemelBilgisi?.Soyad)
            || !PersonMatch.IsBirth(kriter.DogumYil, kriter.DogumAy, kriter.DogumGun, kisi.TemelBilgisi?.DogumTarih))
        {
            return Answer(false);
        }

        var (agrees, untold) = CuzdanRule.Compare(kriter, kayit);
        return untold is null ? Answer(agrees) : Refused(criteria, untold);
    }
}
