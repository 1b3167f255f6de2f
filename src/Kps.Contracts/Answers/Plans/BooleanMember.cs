namespace Kps.Contracts.Answers.Plans;

/// <summary>An xs:boolean.</summary>
internal sealed class BooleanMember<TOwner>(ElementName name, Func<TOwner, bool?> get) : MemberPlan<TOwner>
{
    /// <inheritdoc />
    public override void Write(AnswerSink sink, TOwner owner)
    {
        if (get(owner) is { } value)
        {
            sink.Boolean(name, value);
        }
        else
        {
            sink.Nil(name);
        }
    }
}
