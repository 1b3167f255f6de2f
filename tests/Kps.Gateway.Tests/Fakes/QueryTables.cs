using Kps.Contracts;
using Kps.Gateway.Call.Queries;
using Kps.Gateway.FrontDoor;
using Kps.Mernis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Tests.Fakes;

/// <summary>The queries as the host registers them.</summary>
internal static class QueryTables
{
    /// <summary>Every query, by-analogy ones too, with a clock that stands at <see cref="Calls.Now"/>. What they ask goes nowhere.</summary>
    public static QueryTable All { get; } = Table(isAnalogyOn: true);

    /// <summary>The queries of a gateway whose operator has supplied no WSDL.</summary>
    public static QueryTable WithoutAnalogy { get; } = Table(isAnalogyOn: false);

    /// <summary>One of them.</summary>
    public static IQuery Of(KpsOperation operation) => All.Find(operation)!;

    private static QueryTable Table(bool isAnalogyOn)
    {
        var nvi = new CannedNvi(isAnalogyOn);
        return new ServiceCollection()
            .AddSingleton<IMernisOffers>(nvi.Client)
            .AddSingleton<TimeProvider>(new Kps.TestSupport.ManualTimeProvider(Calls.Now))
            .AddSingleton<IstanbulClock>()
            .AddSingleton(Options.Create(new GatewayOptions { PublicUrl = new Uri("https://kps.example.gov.tr") }))
            .AddQueries(new ConfigurationBuilder().Build())
            .BuildServiceProvider()
            .GetRequiredService<QueryTable>();
    }
}
