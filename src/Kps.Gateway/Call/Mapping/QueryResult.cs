using Kps.Contracts.Ortak;

namespace Kps.Gateway.Call.Mapping;

/// <summary>What a query made of NVİ's answer: a result in the contract, or the fault that there is none.</summary>
internal sealed record QueryResult
{
    private QueryResult()
    {
    }

    /// <summary>Why there is no answer; null when there is one.</summary>
    public CallFault? Fault { get; private init; }

    /// <summary>The contract tree; null with a fault.</summary>
    public IKpsServisSonucu? Result { get; private init; }

    /// <summary>0 with a record, else the Kod of the business answer.</summary>
    public int Code { get; private init; }

    /// <summary>Which parts are filled; null without a record.</summary>
    public string? FieldsReturned { get; init; }

    /// <summary>An answer with data.</summary>
    public static QueryResult Record(IKpsServisSonucu result) => new() { Result = result };

    /// <summary>An answer that says why there are none.</summary>
    /// <param name="result">The tree that carries the code.</param>
    /// <param name="code">The code.</param>
    public static QueryResult Hata(IKpsServisSonucu result, int code) => new() { Result = result, Code = code };

    /// <summary>Not an answer one may give a patient's desk.</summary>
    public static QueryResult Faulty(CallFault fault) => new() { Fault = fault };
}
