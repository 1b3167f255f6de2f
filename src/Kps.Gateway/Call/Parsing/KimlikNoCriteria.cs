using System.Text.Json;
using Kps.Contracts;

namespace Kps.Gateway.Call.Parsing;

/// <summary>Criteria of the queries that ask by number alone.</summary>
/// <param name="KimlikNo">xs:long as sent; whether it is a plausible number is CheckCriteria's question.</param>
internal sealed record KimlikNoCriteria(long KimlikNo) : QueryCriteria
{
    private static readonly MemberShape[] Shape = [MemberShape.Required("kimlikNo")];

    /// <inheritdoc />
    public override long? AskedNumber => KimlikNo;

    /// <summary>The number as one that can be asked for.</summary>
    /// <exception cref="InvalidOperationException">CheckCriteria has not let it pass.</exception>
    public Tckn Person => Tckn.TryCreate(KimlikNo, out var person) ? person : throw new InvalidOperationException("The number was not checked.");

    /// <summary>Binds <c>kimlikNo</c>.</summary>
    /// <param name="body">The request element.</param>
    /// <exception cref="ParseFaultException">A member is unknown, repeated, missing or no number.</exception>
    public static KimlikNoCriteria Bind(BodyElement body) => new(RequestMembers.Of(body, Shape).RequiredInt64("kimlikNo"));

    /// <inheritdoc />
    public override void WriteTo(Utf8JsonWriter writer) => writer.WriteNumber("kimlikNo"u8, KimlikNo);
}
