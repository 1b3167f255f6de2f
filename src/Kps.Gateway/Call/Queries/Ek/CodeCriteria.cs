using System.Text.Json;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Queries.Ek;

/// <summary>Criteria of the code lists: the code of the place whose parts are asked for.</summary>
/// <param name="Member">The member's name.</param>
/// <param name="Kod">As sent.</param>
internal sealed record CodeCriteria(string Member, int Kod) : QueryCriteria
{
    /// <summary>Binds the one member of the request.</summary>
    /// <param name="body">The request element.</param>
    /// <param name="member">Its name.</param>
    /// <exception cref="ParseFaultException">It is missing or no number, or something stands beside it.</exception>
    public static CodeCriteria Bind(BodyElement body, string member) => new(member, RequestMembers.Of(body, MemberShape.Required(member)).RequiredInt32(member));

    /// <summary>Codes begin at 1; which of them exist is NVİ's to say.</summary>
    public CallFault? Check() => Kod < 1 ? new CallFault(FaultCode.InvalidCriterion, Member) : null;

    /// <inheritdoc />
    public override void WriteTo(Utf8JsonWriter writer) => writer.WriteNumber(Member, Kod);
}
