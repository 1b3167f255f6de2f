namespace Kps.Gateway.Call.Parsing;

/// <summary>Criteria of the operations that ask by number alone.</summary>
/// <param name="KimlikNo">xs:long as sent; whether it is a plausible number is CheckCriteria's question.</param>
internal sealed record KimlikNoCriteria(long KimlikNo)
{
    /// <summary>No content: it is a person's number.</summary>
    public override string ToString() => nameof(KimlikNoCriteria);
}
