using System.Text.Json;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Queries.Ek.IlListesi;

/// <summary>IlListesi asks for nothing in particular: its request has no members.</summary>
internal sealed record IlListesiCriteria : QueryCriteria
{
    /// <summary>Sees to it that the request is empty.</summary>
    /// <exception cref="ParseFaultException">It is not.</exception>
    public static IlListesiCriteria Bind(BodyElement body)
    {
        RequestMembers.Of(body);
        return new IlListesiCriteria();
    }

    /// <inheritdoc />
    public override void WriteTo(Utf8JsonWriter writer)
    {
        // There is nothing to write.
    }
}
