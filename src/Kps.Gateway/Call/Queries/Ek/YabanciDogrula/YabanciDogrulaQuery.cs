using Kps.Contracts;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Call.Queries.Ek.YabanciDogrula;

/// <summary>YabanciDogrula: is this the foreigner? Only the foreigners' register is looked at, and only for the numbers it gives out.</summary>
internal sealed class YabanciDogrulaQuery(IstanbulClock clock) : DogrulaQuery<YabanciCriteria>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.YabanciDogrula;

    /// <inheritdoc />
    protected override YabanciCriteria Bind(BodyElement body) => YabanciCriteria.Bind(body);

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, YabanciCriteria criteria)
    {
        var kriter = criteria.Kriter;
        return KimlikNoRule.Check(call, kriter.KimlikNo)
            ?? (criteria.Person.IsForeignRange ? null : new CallFault(FaultCode.InvalidNumber))
            ?? NameRule.Check(kriter.Ad, nameof(kriter.Ad))
            ?? NameRule.Check(kriter.Soyad, nameof(kriter.Soyad))
            ?? BirthDateRule.Check(kriter.DogumYil, kriter.DogumAy, kriter.DogumGun, clock.Today, "Doğum tarihi (DogumYil, DogumAy, DogumGun)");
    }

    /// <inheritdoc />
    protected override Tckn PersonOf(YabanciCriteria criteria) => criteria.Person;

    /// <inheritdoc />
    protected override QueryResult Verify(YabanciCriteria criteria, BilesikKutukBilgileri kutuk)
    {
        var kriter = criteria.Kriter;
        return Answer(
            KutukKayitlari.Yabanci(kutuk) is { } kisi
            && PersonMatch.IsOpen(kisi.DurumBilgisi?.Durum, kisi.OlumTarih)
            && PersonMatch.IsName(kriter.Ad, kisi.TemelBilgisi?.Ad)
            && PersonMatch.IsName(kriter.Soyad, kisi.TemelBilgisi?.Soyad)
            && PersonMatch.IsBirth(kriter.DogumYil, kriter.DogumAy, kriter.DogumGun, kisi.DogumTarih));
    }
}
