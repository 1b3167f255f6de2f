namespace Kps.Contracts.Answers.Plans;

/// <summary>How a contract type is written: its members in the order of the data contract.</summary>
/// <typeparam name="T">A type with <c>[DataContract]</c>.</typeparam>
internal sealed class TypePlan<T>
    where T : class
{
    private MemberPlan<T>[]? _members;

    private TypePlan()
    {
    }

    /// <summary>The plan of the type, made when first needed: types may hold themselves.</summary>
    public static TypePlan<T> Instance { get; } = new();

    /// <summary>Writes all members.</summary>
    /// <exception cref="NotSupportedException">A member is of a type no plan knows; a test writes every contract type.</exception>
    public void WriteMembers(AnswerSink sink, T value)
    {
        foreach (var member in _members ??= PlanBuilder.MembersOf<T>())
        {
            member.Write(sink, value);
        }
    }
}
