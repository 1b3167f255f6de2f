using System.Text.Json;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Queries.YetkiListesi;

/// <summary>YetkiListesi takes nothing.</summary>
internal sealed record YetkiListesiCriteria : QueryCriteria
{
    private static readonly YetkiListesiCriteria None = new();

    /// <summary>Binds an element without members.</summary>
    /// <exception cref="ParseFaultException">It has some.</exception>
    public static YetkiListesiCriteria Bind(BodyElement body)
    {
        RequestMembers.Of(body);
        return None;
    }

    /// <inheritdoc />
    public override void WriteTo(Utf8JsonWriter writer)
    {
        // Nothing was sent.
    }
}
