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

    /// <summary>What of the tree holds data, and is limited to what the institution is given; null where there is nothing to limit.</summary>
    public object? Sonuc { get; private init; }

    /// <summary>0 with a record, else the Kod of the business answer.</summary>
    public int Code { get; private init; }

    /// <summary>An answer with data.</summary>
    /// <param name="result">The tree.</param>
    /// <param name="sonuc">Its Sonuc.</param>
    public static QueryResult Record(IKpsServisSonucu result, object sonuc) => new() { Result = result, Sonuc = sonuc };

    /// <summary>An answer about rights, not about people: nothing of it is limited.</summary>
    public static QueryResult Unlimited(IKpsServisSonucu result) => new() { Result = result };

    /// <summary>An answer that says why there are none.</summary>
    /// <param name="result">The tree that carries the code, and no data.</param>
    /// <param name="code">The code.</param>
    public static QueryResult Hata(IKpsServisSonucu result, int code) => new() { Result = result, Code = code };

    /// <summary>Not an answer one may give a patient's desk.</summary>
    public static QueryResult Faulty(CallFault fault) => new() { Fault = fault };
}
