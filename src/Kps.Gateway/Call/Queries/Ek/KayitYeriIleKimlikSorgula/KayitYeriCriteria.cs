using System.Text.Json;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Queries.Ek.KayitYeriIleKimlikSorgula;

/// <summary>Criteria of KayitYeriIleKimlikSorgula. They name a person, but not by number: whose row it is, nobody knows before NVİ has answered.</summary>
/// <param name="KayitYeri">As sent.</param>
internal sealed record KayitYeriCriteria(KayitYeri KayitYeri) : QueryCriteria
{
    private static readonly MemberShape[] Request = [MemberShape.Object("kayitYeri")];

    /// <summary>Binds <c>kayitYeri</c>.</summary>
    /// <exception cref="ParseFaultException">A member is unknown, repeated, missing or no number.</exception>
    public static KayitYeriCriteria Bind(BodyElement body) => new(KayitYeriMember.Read(RequestMembers.Of(body, Request).Object("kayitYeri")!));

    /// <inheritdoc />
    public override void WriteTo(Utf8JsonWriter writer) => KayitYeriMember.WriteTo(writer, KayitYeri);
}
