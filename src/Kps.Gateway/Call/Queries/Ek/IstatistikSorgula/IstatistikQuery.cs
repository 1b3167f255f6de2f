using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using ByAnalogy = Kps.Mernis.Services.ByAnalogy;

namespace Kps.Gateway.Call.Queries.Ek.IstatistikSorgula;

/// <summary>
/// IstatistikSorgula: how many births, deaths, marriages or divorces a place had. Counts only; a count so small that a neighbour could put names to it is
/// not told. None at all is: it is about nobody.
/// </summary>
/// <remarks>Two counts of overlapping times or places can still be subtracted from each other; the log has who asked for both.</remarks>
internal sealed class IstatistikQuery(IstanbulClock clock) : EkQuery<IstatistikCriteria, ByAnalogy.Istatistik, Istatistik>
{
    /// <summary>Smallest count that is told, but for none.</summary>
    public const int SmallestCount = 5;

    /// <summary>Longest time that can be asked for, in years.</summary>
    public const int MaxYears = 10;

    private const int LastIl = 999;

    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.IstatistikSorgula;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.NufusIstatistikServis];

    /// <inheritdoc />
    protected override IstatistikCriteria Bind(BodyElement body) => IstatistikCriteria.Bind(body);

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, IstatistikCriteria criteria)
    {
        var kriter = criteria.Kriter;
        if ((BirthDateRule.Check(criteria.Baslangic, clock.Today, nameof(kriter.BaslangicTarih)) ?? BirthDateRule.Check(criteria.Bitis, clock.Today, nameof(kriter.BitisTarih))) is { } fault)
        {
            return fault;
        }

        return criteria.Baslangic > criteria.Bitis ? Invalid("BaslangicTarih, BitisTarih'ten sonra")
            : criteria.Bitis > criteria.Baslangic.AddYears(MaxYears) ? Invalid("BaslangicTarih ile BitisTarih arası 10 yıldan uzun")
            : kriter.IlKod is < 1 or > LastIl ? Invalid(nameof(kriter.IlKod))
            : kriter.IlceKod < 1 ? Invalid(nameof(kriter.IlceKod))
            : null;
    }

    /// <inheritdoc />
    protected override async ValueTask<MernisReply<ByAnalogy.Istatistik>?> AskAsync(IstatistikCriteria criteria, UpstreamConversation nvi) =>
        await nvi.AskAsync(MernisQueries.Istatistik(new ByAnalogy.IstatistikKriteri
        {
            BaslangicTarih = criteria.Baslangic,
            BitisTarih = criteria.Bitis,
            IlKod = criteria.Kriter.IlKod,
            IlceKod = criteria.Kriter.IlceKod,
            OlayTip = OlayTip(criteria.Kriter.Olay),
        }));

    /// <inheritdoc />
    protected override QueryResult Map(IstatistikCriteria criteria, ByAnalogy.Istatistik value, List<string> withheld)
    {
        var hata = value.HataBilgisi.ToContract();
        if (hata is not null || value.Adet is null or < 0)
        {
            return Refused(criteria, hata);
        }

        var kriter = criteria.Kriter;
        return value.Adet is > 0 and < SmallestCount
            ? QueryResult.Faulty(new CallFault(FaultCode.SmallCount))
            : Record(
                new Istatistik
                {
                    Adet = value.Adet,
                    BaslangicTarih = kriter.BaslangicTarih,
                    BitisTarih = kriter.BitisTarih,
                    IlKod = kriter.IlKod,
                    IlceKod = kriter.IlceKod,
                    Olay = kriter.Olay,
                });
    }

    private static CallFault Invalid(string subject) => new(FaultCode.InvalidCriterion, subject);

    private static ByAnalogy.IstatistikOlay OlayTip(IstatistikOlay olay) => olay switch
    {
        IstatistikOlay.Dogum => ByAnalogy.IstatistikOlay.Dogum,
        IstatistikOlay.Olum => ByAnalogy.IstatistikOlay.Olum,
        IstatistikOlay.Evlenme => ByAnalogy.IstatistikOlay.Evlenme,
        IstatistikOlay.Bosanma => ByAnalogy.IstatistikOlay.Bosanma,
        _ => throw new ArgumentOutOfRangeException(nameof(olay)),
    };
}
