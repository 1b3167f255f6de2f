namespace Kps.Contracts.Answers.Plans;

/// <summary>A member that is a text, or becomes one.</summary>
internal sealed class TextMember<TOwner>(ElementName name, Func<TOwner, string?> get) : MemberPlan<TOwner>
{
    /// <inheritdoc />
    public override void Write(AnswerSink sink, TOwner owner)
    {
        if (get(owner) is { } text)
        {
            sink.Text(name, text);
        }
        else
        {
            sink.Nil(name);
        }
    }
}
