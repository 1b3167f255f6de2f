namespace Kps.Mernis;

/// <summary>The reply with its typed answer: a <see cref="Value"/>, a <see cref="MernisReply.Hata"/>, or both; neither when there is a fault.</summary>
/// <typeparam name="T">The typed answer of the service; a list where a service answers with any number of items.</typeparam>
public sealed class MernisReply<T> : MernisReply
    where T : class
{
    /// <summary>The answer, about the very number or place that was asked for; its parts may carry a HataBilgisi of their own.</summary>
    public T? Value { get; init; }
}
