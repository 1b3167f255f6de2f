namespace Kps.Mernis.Services;

/// <summary>The outcome of a query whose answer could be read.</summary>
internal sealed class QueryOutcome<T> : QueryOutcome
    where T : class
{
    public T? Value { get; init; }

    public MernisHata? Hata { get; init; }
}
