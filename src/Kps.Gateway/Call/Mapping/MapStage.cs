using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Entitling;

namespace Kps.Gateway.Call.Mapping;

/// <summary>Puts what NVİ said into the caller's contract and takes out what the institution is not given.</summary>
internal sealed class MapStage(FieldProjections projections, IstanbulClock clock) : ICallStage
{
    private const int KayitYokKod = 2;

    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken)
    {
        var kimlikNo = call.Subject.Value;
        var reply = call.Reply;
        if (reply.Value is null)
        {
            // NVİ's own word on the query as a whole, passed on with its own code (wire contracts b.6).
            if (reply.Hata is not { } hata)
            {
                return new(new CallFault(FaultCode.UnmappableAnswer));
            }

            var kod = hata.Kod ?? (int)FaultCode.UnmappableAnswer;
            var refused = BilesikKisiSonuclari.Reddedildi(kimlikNo, new Parametre { Kod = kod, Aciklama = hata.Aciklama });
            call.Answer = new MappedAnswer(refused, kod, FieldsWithheld: null);
            return new((CallFault?)null);
        }

        var bilgi = BilesikKisiMapper.Map(kimlikNo, reply.Value);
        var hasRecord = bilgi is not { TCVatandasiKisiKutukleri: null, MaviKartliKisiKutukleri: null, YabanciKisiKutukleri: null };
        if (!hasRecord && bilgi.HataBilgisi is null)
        {
            // Neither a person nor a reason: not an answer one may give a patient's desk.
            return new(new CallFault(FaultCode.UnmappableAnswer));
        }

        var operation = call.Request.Operation.Operation;
        var fields = projections.Of(operation, call.Caller.Institution.FindEntitlement(operation), clock.Today).Apply(bilgi);
        call.Answer = new MappedAnswer(
            new KpsServisSonucuBilesikKisiBilgisi { Sonuc = bilgi }, hasRecord ? 0 : bilgi.HataBilgisi!.Kod ?? KayitYokKod, fields.Withheld)
        {
            FieldsReturned = fields.Returned,
        };
        return new((CallFault?)null);
    }
}
