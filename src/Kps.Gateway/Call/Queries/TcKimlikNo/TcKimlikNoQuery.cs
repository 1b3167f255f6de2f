using Kps.Contracts;
using Kps.Contracts.Ortak;
using Kps.Contracts.TcKimlikNoSorgula;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Services.ByAnalogy;
using Parametre = Kps.Contracts.Ortak.Parametre;

namespace Kps.Gateway.Call.Queries.TcKimlikNo;

/// <summary>
/// TcKimlikNoSorgula: from a person's description to the number. Answered only for enough of a description and only when exactly one person fits: a list
/// would be a directory (requirements D-31).
/// </summary>
internal sealed class TcKimlikNoQuery(IstanbulClock clock) : Query<KisiBilgileriCriteria, MernisReply<IReadOnlyList<TCKisiBilgisi>>>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.TcKimlikNoSorgula;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.KisiSorgulaKisiBilgileriServis];

    /// <inheritdoc />
    protected override KisiBilgileriCriteria Bind(BodyElement body) => KisiBilgileriCriteria.Bind(body);

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, KisiBilgileriCriteria criteria)
    {
        if (criteria is { Adi: null } or { Soyadi: null } or { DogumTarihi: null } or { AnneAdi: null, BabaAdi: null })
        {
            return new CallFault(FaultCode.CriteriaIncomplete);
        }

        return NameRule.Check(criteria.Adi, nameof(criteria.Adi))
            ?? NameRule.Check(criteria.Soyadi, nameof(criteria.Soyadi))
            ?? NameRule.Check(criteria.AnneAdi, nameof(criteria.AnneAdi))
            ?? NameRule.Check(criteria.BabaAdi, nameof(criteria.BabaAdi))
            ?? NameRule.Check(criteria.DogumYeri, nameof(criteria.DogumYeri))
            ?? BirthDateRule.Check(criteria.DogumTarihi, clock.Today, nameof(criteria.DogumTarihi));
    }

    /// <inheritdoc />
    protected override async ValueTask<MernisReply<IReadOnlyList<TCKisiBilgisi>>?> AskAsync(KisiBilgileriCriteria criteria, UpstreamConversation nvi) =>
        await nvi.AskAsync(MernisQueries.KisiBilgileri(new KisiBilgileriKriteri
        {
            Ad = NameRule.Upper(criteria.Adi!),
            Soyad = NameRule.Upper(criteria.Soyadi!),
            AnneAd = NameRule.UpperOrNull(criteria.AnneAdi),
            BabaAd = NameRule.UpperOrNull(criteria.BabaAdi),
            DogumYer = NameRule.UpperOrNull(criteria.DogumYeri),
            DogumYil = criteria.DogumTarihi!.Value.Year,
            DogumAy = criteria.DogumTarihi.Value.Month,
            DogumGun = criteria.DogumTarihi.Value.Day,
            Cinsiyet = criteria.Cinsiyet == ECinsiyet.BILINMEYEN ? null : (int)criteria.Cinsiyet,
        }));

    /// <inheritdoc />
    protected override QueryResult Map(KisiBilgileriCriteria criteria, MernisReply<IReadOnlyList<TCKisiBilgisi>> found, List<string> withheld)
    {
        if (found.Value is not { } people)
        {
            return NviHata.Result(found.Hata, hata => Refuse(criteria, hata));
        }

        if (people.Count > 1)
        {
            return QueryResult.Faulty(new CallFault(FaultCode.MoreThanOneRecord));
        }

        if (people.Count == 0)
        {
            return QueryResult.Faulty(new CallFault(FaultCode.UnmappableAnswer));
        }

        var kisi = people[0];
        if (kisi.TCKimlikNo is null)
        {
            return kisi.HataBilgisi.ToContract() is { } hata
                ? NviHata.Result(hata, reason => Refuse(criteria, reason))
                : QueryResult.Faulty(new CallFault(FaultCode.UnmappableAnswer));
        }

        var bilgi = KisiMapper.Vatandas(kisi);
        return QueryResult.Record(new KpsServisSonucuKisiTemelBilgisi { Sonuc = bilgi }, bilgi);
    }

    /// <inheritdoc />
    protected override IKpsServisSonucu Refuse(KisiBilgileriCriteria criteria, Parametre hata) => new KpsServisSonucuKisiTemelBilgisi { HataBilgisi = hata };
}
