namespace Kps.Contracts.Answers.Plans;

/// <summary>An xs:int.</summary>
internal sealed class Int32Member<TOwner>(ElementName name, Func<TOwner, int?> get) : MemberPlan<TOwner>
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
