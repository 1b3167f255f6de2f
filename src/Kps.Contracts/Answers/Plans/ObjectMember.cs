namespace Kps.Contracts.Answers.Plans;

/// <summary>A member with members of its own.</summary>
internal sealed class ObjectMember<TOwner, TValue>(ElementName name, Func<TOwner, TValue?> get, bool isLeftOutWhenNull, TypePlan<TValue> plan) : MemberPlan<TOwner>
    where TValue : class
{
    /// <inheritdoc />
    public override void Write(AnswerSink sink, TOwner owner)
    {
        if (get(owner) is { } value)
        {
            sink.Start(name);
            plan.WriteMembers(sink, value);
            sink.End(name);
        }
        else if (!isLeftOutWhenNull)
        {
            sink.Nil(name);
        }
    }
}
