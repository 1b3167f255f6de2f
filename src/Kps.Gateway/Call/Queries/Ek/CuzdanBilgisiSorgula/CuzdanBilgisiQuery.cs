using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using Nvi = Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Call.Queries.Ek.CuzdanBilgisiSorgula;

/// <summary>
/// CuzdanBilgisiSorgula: a citizen's identity booklet and chip card, and of the person nothing but what is printed on them. Foreigners and holders of a blue
/// card have neither: for this query their numbers are without a record.
/// </summary>
internal sealed class CuzdanBilgisiQuery : EkQuery<KimlikNoCriteria, Nvi.BilesikKutukBilgileri, CuzdanBilgisi>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.CuzdanBilgisiSorgula;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.BilesikKutukSorgulaKimlikNoServis];

    /// <inheritdoc />
    protected override KimlikNoCriteria Bind(BodyElement body) => KimlikNoCriteria.Bind(body);

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, KimlikNoCriteria criteria) => KimlikNoRule.Check(call, criteria.KimlikNo);

    /// <inheritdoc />
    protected override async ValueTask<MernisReply<Nvi.BilesikKutukBilgileri>?> AskAsync(KimlikNoCriteria criteria, UpstreamConversation nvi) =>
        await nvi.AskAsync(MernisQueries.BilesikKutuk(criteria.Person));

    /// <inheritdoc />
    protected override QueryResult Map(KimlikNoCriteria criteria, Nvi.BilesikKutukBilgileri value, List<string> withheld)
    {
        if (KutukKayitlari.Vatandas(value) is not { } vatandas)
        {
            return Refused(criteria, KutukKayitlari.HasAnybody(value) ? NviHata.KayitYok() : KutukKayitlari.WhyNobody(value));
        }

        var cuzdan = vatandas.NufusCuzdaniBilgisi;
        var tckk = vatandas.TCKKBilgisi;
        if (!HasData(cuzdan) && !HasData(tckk))
        {
            // A newborn, or papers that are not told: then NVİ says so on the paper.
            return Refused(criteria, KutukKayitlari.Weightiest(cuzdan?.HataBilgisi, tckk?.HataBilgisi) ?? NviHata.KayitYok());
        }

        var bilgi = new CuzdanBilgisi
        {
            KimlikNo = criteria.KimlikNo,
            NufusCuzdani = cuzdan is null or { HataBilgisi.Kod: NviHata.KayitYokKod } || IsEmpty(cuzdan) ? null : CuzdanMapper.Cuzdan(cuzdan, withheld),
            TCKK = tckk is null or { HataBilgisi.Kod: NviHata.KayitYokKod } || IsEmpty(tckk) ? null : CuzdanMapper.Tckk(tckk),
        };
        return Record(bilgi);
    }

    private static bool HasData(Nvi.TCCuzdanBilgisi? cuzdan) => cuzdan is { HataBilgisi: null or { Kod: null, Aciklama: null } } && !IsEmpty(cuzdan);

    private static bool HasData(Nvi.TCKK? tckk) => tckk is { HataBilgisi: null or { Kod: null, Aciklama: null } } && !IsEmpty(tckk);

    /// <summary>Expanded with nothing in it: neither an error nor what makes a booklet.</summary>
    private static bool IsEmpty(Nvi.TCCuzdanBilgisi cuzdan) => cuzdan.HataBilgisi.ToContract() is null && cuzdan is { Seri: null, No: null, CuzdanKayitNo: null };

    private static bool IsEmpty(Nvi.TCKK tckk) => tckk.HataBilgisi.ToContract() is null && tckk is { SeriNo: null, SonGecerlilikTarih: null or { Yil: null } };
}
