using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using Kps.Mernis.Services.Nko;
using EkOrnek = Kps.Contracts.Ek.NufusKayitOrnegi;
using Nvi = Kps.Mernis.Services.Nko;

namespace Kps.Gateway.Call.Queries.Ek.NufusKayitOrnegiSorgula;

/// <summary>
/// NufusKayitOrnegiSorgula: the nüfus kayıt örneği in each of its kinds, with or without events, by number or by place of entry. NVİ's service knows
/// numbers only, so a place is first turned into the number of the citizen entered there.
/// </summary>
/// <param name="isOffered">
/// Whether a service of NVİ may be asked here. The query is served without the one for places of entry, which has no public contract; then only that form is refused.
/// </param>
internal sealed class NufusKayitOrnegiQuery(Func<MernisService, bool> isOffered) : EkQuery<NufusKayitOrnegiCriteria, Nvi.Nko, EkOrnek>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.NufusKayitOrnegiSorgula;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.NkoSorgulaTCKimlikNoServis];

    /// <inheritdoc />
    protected override NufusKayitOrnegiCriteria Bind(BodyElement body) => NufusKayitOrnegiCriteria.Bind(body);

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, NufusKayitOrnegiCriteria criteria)
    {
        switch (criteria.Kriter)
        {
            case { KimlikNo: { } kimlikNo, KayitYeri: null }:
                return KimlikNoRule.Check(call, kimlikNo);
            case { KimlikNo: null, KayitYeri: { } kayitYeri }:
                return KayitYeriMember.Check(kayitYeri)
                    ?? (isOffered(MernisService.KisiSorgulaKayitYeriServis) ? null : new CallFault(FaultCode.OperationNotServed, $"{Operation}/{nameof(KayitYeri)}"));
            default:
                return new CallFault(FaultCode.InvalidCriterion, "KimlikNo ya da KayitYeri (yalnız biri)");
        }
    }

    /// <inheritdoc />
    protected override async ValueTask<MernisReply<Nvi.Nko>?> AskAsync(NufusKayitOrnegiCriteria criteria, UpstreamConversation nvi)
    {
        if (criteria.Kriter.KayitYeri is not { } kayitYeri)
        {
            return await nvi.AskAsync(Ornek(criteria.Person, criteria.Kriter));
        }

        var kisi = await nvi.AskAsync(MernisQueries.KayitYeri(KayitYeriMember.ToNvi(kayitYeri)));
        if (kisi.Fault is not null)
        {
            return null;
        }

        if ((kisi.Value is { } value ? WhyNobody(value) : kisi.Hata) is { } hata)
        {
            return new MernisReply<Nvi.Nko> { Hata = hata };
        }

        return Tckn.TryCreate(kisi.Value?.TCKimlikNo ?? 0, out var person) ? await nvi.AskAsync(Ornek(person, criteria.Kriter)) : null;
    }

    /// <inheritdoc />
    protected override QueryResult Map(NufusKayitOrnegiCriteria criteria, Nvi.Nko value, List<string> withheld)
    {
        if (value.Kisiler is not { Count: > 0 })
        {
            return Refused(criteria, value.HataBilgisi.ToContract());
        }

        var ornek = EkNkoMapper.Map(value, criteria.Kriter.Olayli);
        return Record(ornek);
    }

    private static MernisQuery<Nvi.Nko> Ornek(Tckn person, NufusKayitOrnegiKriter kriter) =>
        MernisQueries.Nko(person, Tur(kriter.Tip), vukuatli: kriter.Olayli, eskiEsListele: kriter.EskiEsListele ?? false);

    private static NkoTur Tur(NkoTip tip) => tip switch
    {
        NkoTip.KisiKayitOrnegi => NkoTur.KisiKayitOrnek,
        NkoTip.AileKayitOrnegi => NkoTur.AileKayitOrnek,
        NkoTip.NufusAileKayitOrnegi => NkoTur.NufusAileKayitOrnek,
        NkoTip.NufusAileKayitOrnegiKardesDahil => NkoTur.NufusAileKayitOrnekKardesDahil,
        _ => throw new ArgumentOutOfRangeException(nameof(tip)),
    };

    private static MernisHata? WhyNobody(Mernis.Services.BilesikKutuk.TCKisiBilgisi kisi) =>
        kisi.HataBilgisi.ToContract() is { } hata ? new MernisHata(hata.Kod ?? NviHata.KayitYokKod, hata.Aciklama) : null;
}
