using Kps.Gateway.Call.Entitling;

namespace Kps.Gateway.Call.Mapping;

/// <summary>Puts what NVİ said into the caller's contract, takes out what the institution is not given, and shapes it for the generation of the caller's application.</summary>
internal sealed class MapStage(FieldProjections projections, IstanbulClock clock) : ICallStage
{
    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken)
    {
        var kept = new List<string>();
        var mapped = call.Request.Query!.Map(call, call.Found, kept);
        if (mapped.Fault is { } fault)
        {
            return new(fault);
        }

        var fields = mapped.Sonuc is { } sonuc ? Project(call, sonuc) : default;
        if (fields.Withheld is not null)
        {
            kept.Add(fields.Withheld);
        }

        call.Answer = new MappedAnswer(AnswerGeneration.Shape(call, mapped.Result!), mapped.Code, kept.Count == 0 ? null : string.Join(' ', kept))
        {
            FieldsReturned = mapped.Code == 0 ? fields.Returned : null,
        };
        return new((CallFault?)null);
    }

    private ProjectedFields Project(KpsCall call, object sonuc)
    {
        var operation = call.Request.Operation.Operation;
        return projections.Of(operation, call.Caller.Institution.FindEntitlement(operation), clock.Today).Apply(sonuc);
    }
}
