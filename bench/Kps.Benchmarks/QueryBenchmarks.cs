using BenchmarkDotNet.Attributes;
using Kps.Contracts.Answers;
using Kps.Gateway.Call.Entitling;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Responding;
using Kps.Gateway.FrontDoor;
using Microsoft.Extensions.Options;

namespace Kps.Benchmarks;

/// <summary>
/// The way back of each operation: what NVİ said, mapped, limited to what an institution with a right to everything ordinary is given, made compact for
/// the seal and written as the envelope that leaves. <see cref="Answer"/> is all of it together, the others are its parts.
/// </summary>
public class QueryBenchmarks
{
    private readonly FieldProjections _projections = new();
    private readonly EnvelopeWriter _envelopes = new(TimeProvider.System, Options.Create(new GatewayOptions()));
    private QuerySample _sample = null!;
    private QueryResult _limited = null!;

    /// <summary>What can be measured.</summary>
    public static IEnumerable<string> Cases => QuerySamples.Names;

    /// <summary>The operation.</summary>
    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = string.Empty;

    /// <summary>Asks NVİ's stand-in.</summary>
    [GlobalSetup]
    public void Ask()
    {
        _sample = QuerySamples.Of(Case);
        _limited = _sample.Map();
        _sample.Limit(_projections, _limited);
    }

    /// <summary>Everything.</summary>
    [Benchmark]
    public long Answer()
    {
        var mapped = _sample.Map();
        return _sample.Limit(_projections, mapped) + Compact(mapped) + Text(mapped);
    }

    /// <summary>Puts NVİ's answer into the contract. YetkiListesi, for which NVİ is not asked, is made from the rights.</summary>
    [Benchmark]
    public object Map() => _sample.Map();

    /// <summary>Looks for what is not given and names what leaves. (What has been taken out once is looked at again.)</summary>
    [Benchmark]
    public int Limit() => _sample.Limit(_projections, _limited);

    /// <summary>Makes the form that is sealed.</summary>
    [Benchmark]
    public int Compact() => Compact(_limited);

    /// <summary>Writes the envelope.</summary>
    [Benchmark]
    public long Text() => Text(_limited);

    private int Compact(QueryResult mapped) => AnswerCodec.Encode(_sample.Operation.Operation, ContractGeneration.V2021, mapped.Result!).Length;

    private long Text(QueryResult mapped)
    {
        using var buffer = new AnswerBuffer();
        _envelopes.WriteResult(buffer, _sample.Call, _sample.Operation, ContractGeneration.V2021, mapped.Result!);
        return buffer.Length;
    }
}
