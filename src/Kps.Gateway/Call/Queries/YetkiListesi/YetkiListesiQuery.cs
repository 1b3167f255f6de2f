using System.Runtime.CompilerServices;
using Kps.Contracts;
using Kps.Contracts.Ortak;
using Kps.Contracts.YetkiListesi;
using Kps.Gateway.Call.Entitling;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.FrontDoor;
using Kps.Mernis;
using Kps.Registry.Institutions;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Queries.YetkiListesi;

/// <summary>YetkiListesi: what the caller's institution may ask, send and see, read from the rows calls are judged by. NVİ is not asked; both rows are written all the same.</summary>
internal sealed class YetkiListesiQuery(IOptions<GatewayOptions> gateway, IstanbulClock clock) : IQuery
{
    // The tree is large and says the same all day: made once for each institution as the registry has it now, and read only.
    private readonly ConditionalWeakTable<RegisteredInstitution, AuthorityOfDay> _known = [];
    private readonly string? _origin = gateway.Value.PublicUrl?.GetLeftPart(UriPartial.Authority);

    /// <inheritdoc />
    public KpsOperation Operation => KpsOperation.YetkiListesi;

    /// <inheritdoc />
    public IReadOnlyList<MernisService> Services => [];

    /// <inheritdoc />
    public QueryCriteria Bind(BodyElement body) => YetkiListesiCriteria.Bind(body);

    /// <inheritdoc />
    public CallFault? Check(KpsCall call) => null;

    /// <inheritdoc />
    public ValueTask<object?> AskAsync(KpsCall call, UpstreamConversation nvi)
    {
        var (institution, today) = (call.Caller.Institution, clock.Today);
        if (!_known.TryGetValue(institution, out var known) || known.Day != today)
        {
            known = new AuthorityOfDay(today, AuthorityList.Of(institution, today, AddressOf));
            _known.AddOrUpdate(institution, known);
        }

        return new(known.Services);
    }

    /// <inheritdoc />
    public QueryResult Map(KpsCall call, object found, List<string> withheld) =>
        QueryResult.Unlimited(new KpsServisSonucuYetkiListesi { Sonuc = (List<Service>)found });

    /// <inheritdoc />
    public IKpsServisSonucu Refuse(QueryCriteria criteria, Parametre hata) => new KpsServisSonucuYetkiListesi { HataBilgisi = hata };

    private string? AddressOf(KpsService service) => _origin is null ? null : _origin + (service == KpsService.Ek ? GatewayHost.EkPath : GatewayHost.RouterPath);

    private sealed record AuthorityOfDay(DateOnly Day, List<Service> Services);
}
