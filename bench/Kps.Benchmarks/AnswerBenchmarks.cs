using BenchmarkDotNet.Attributes;
using Kps.Audit;
using Kps.Contracts.Answers;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Entitling;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Responding;
using Kps.Gateway.FrontDoor;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Registry.Entitlements;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Kps.Benchmarks;

/// <summary>The way back: NVİ's answer read, mapped, encoded for the seal, written for the caller.</summary>
public class AnswerBenchmarks
{
    private static readonly RegisteredEntitlement Ordinary = new(KpsOperation.BilesikKisiSorgula, "x", string.Empty, null);

    private static readonly RegisteredEntitlement Narrow = Ordinary with
    {
        Fields = FieldRights.Of(EntitlementKapsam.Secili, [new(FieldKind.Alan, "TCVatandasiKisiKutukleri/KisiBilgisi", Izin: true, Bitis: null)]),
    };

    private readonly FieldProjections _projections = new();
    private readonly EnvelopeWriter _envelopes = new(TimeProvider.System, Options.Create(new GatewayOptions()));
    private readonly OperationDescription _operation = OperationCatalog.Find(KpsService.Kps, "BilesikKisiSorgula")!;
    private readonly BilesikKutukBilgileri _nvi = SampleCall.Read();
    private readonly KpsServisSonucuBilesikKisiBilgisi _result = SampleCall.Map();
    private readonly KpsServisSonucuBilesikKisiBilgisi _limited = SampleCall.Map();
    private readonly KpsCall _call = new(new DefaultHttpContext(), AuditDoor.Router, default, TimeProvider.System.GetUtcNow(), 0)
    {
        AnswerVersion = SoapVersion.Soap12,
        AnswerHeaders = new AnswerHeaders(UsesAddressing: true, "urn:uuid:5a0c0de0-0000-4000-8000-000000000001", Timestamp: true),
    };

    /// <summary>Reads the router's answer.</summary>
    [Benchmark]
    public object? Read() => BilesikKutukService.ReadAnswer(SampleCall.NviAnswer, SampleCall.Subject).Value;

    /// <summary>Puts it into the caller's contract.</summary>
    [Benchmark]
    public object Map() => BilesikKisiMapper.Map(SampleCall.Subject.Value, _nvi);

    /// <summary>Looks for what nobody is given without a right of its own, and names what leaves: the cost of a right to everything ordinary. (What has been taken out once is looked at again.)</summary>
    [Benchmark]
    public int Limit() => _projections.Of(_operation.Operation, Ordinary, default).Apply(_result.Sonuc!).Returned!.Length;

    /// <summary>The same for a right that leaves the papers out.</summary>
    [Benchmark]
    public int LimitMore() => _projections.Of(_operation.Operation, Narrow, default).Apply(_limited.Sonuc!).Returned!.Length;

    /// <summary>Makes the compact form that is sealed.</summary>
    [Benchmark]
    public int Encode() => AnswerCodec.Encode(_operation.Operation, ContractGeneration.V2021, _result).Length;

    /// <summary>Writes the envelope.</summary>
    [Benchmark]
    public long Write()
    {
        using var buffer = new AnswerBuffer();
        _envelopes.WriteResult(buffer, _call, _operation, ContractGeneration.V2021, _result);
        return buffer.Length;
    }
}
