using Kps.Contracts;
using Kps.Contracts.Ortak;
using Kps.Contracts.YetkiListesi;
using Kps.Gateway.Call.Entitling;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.FrontDoor;
using Kps.Mernis;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Queries.YetkiListesi;

/// <summary>YetkiListesi: what the caller's institution may ask, send and see, read from the rows calls are judged by. NVİ is not asked; both rows are written all the same.</summary>
internal sealed class YetkiListesiQuery(IOptions<GatewayOptions> gateway, IstanbulClock clock) : IQuery
{
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
    public ValueTask<object?> AskAsync(KpsCall call, UpstreamConversation nvi) => new(AuthorityList.Of(call.Caller.Institution, clock.Today, AddressOf));

    /// <inheritdoc />
    public QueryResult Map(KpsCall call, object found, List<string> withheld) =>
        QueryResult.Unlimited(new KpsServisSonucuYetkiListesi { Sonuc = (List<Service>)found });

    /// <inheritdoc />
    public IKpsServisSonucu Refuse(QueryCriteria criteria, Parametre hata) => new KpsServisSonucuYetkiListesi { HataBilgisi = hata };

    private string? AddressOf(KpsService service) => _origin is null ? null : _origin + (service == KpsService.Ek ? GatewayHost.EkPath : GatewayHost.RouterPath);
}
