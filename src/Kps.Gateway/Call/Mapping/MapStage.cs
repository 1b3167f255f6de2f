namespace Kps.Gateway.Call.Mapping;

/// <summary>Puts what NVİ said into the caller's contract, in the generation of the caller's application.</summary>
internal sealed class MapStage : ICallStage
{
    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken)
    {
        var withheld = new List<string>();
        var mapped = call.Request.Query!.Map(call, call.Found, withheld);
        if (mapped.Fault is { } fault)
        {
            return new(fault);
        }

        call.Answer = new MappedAnswer(AnswerGeneration.Shape(call, mapped.Result!), mapped.Code, withheld.Count == 0 ? null : string.Join(' ', withheld))
        {
            FieldsReturned = mapped.FieldsReturned,
        };
        return new((CallFault?)null);
    }
}
