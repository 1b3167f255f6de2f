namespace Kps.Contracts.Answers.Plans;

/// <summary>An xs:long.</summary>
internal sealed class Int64Member<TOwner>(ElementName name, Func<TOwner, long?> get) : MemberPlan<TOwner>
{
    /// <inheritdoc />
    public override void Write(AnswerSink sink, TOwner owner)
    {
        if (get(owner) is { } value)
        {
            sink.Number(name, value);
        }
        else
        {
            sink.Nil(name);
        }
    }
}
