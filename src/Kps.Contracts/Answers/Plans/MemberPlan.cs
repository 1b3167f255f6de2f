namespace Kps.Contracts.Answers.Plans;

/// <summary>How one member of a contract type is written.</summary>
/// <typeparam name="TOwner">The contract type.</typeparam>
internal abstract class MemberPlan<TOwner>
{
    /// <summary>Writes the member's element.</summary>
    public abstract void Write(AnswerSink sink, TOwner owner);
}
