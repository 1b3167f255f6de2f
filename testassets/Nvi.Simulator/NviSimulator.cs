using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nvi.Simulator.Control;
using Nvi.Simulator.Hosting;
using Nvi.Simulator.Population;
using Nvi.Simulator.Router;
using Nvi.Simulator.Soap;
using Nvi.Simulator.Sts;

namespace Nvi.Simulator;

/// <summary>
/// A stand-in for NVİ's KPS v2: a WS-Trust STS and a router, on real Kestrel, strict where the real ones are strict (wire contracts (b)).
/// For tests and demonstrations; it refuses to start anywhere but in Development and Test.
/// </summary>
public sealed partial class NviSimulator : IAsyncDisposable
{
    /// <summary>Path of the STS, NVİ's own.</summary>
    public const string StsPath = "/Services/Issuer.svc/IWSTrust13";

    /// <summary>Path of the router, NVİ's own.</summary>
    public const string RouterPath = "/Services/RoutingService.svc";

    private readonly WebApplication _app;
    private readonly NviSimulatorControl _control;
    private readonly FaultDesk _faults;
    private readonly TokenFactory _tokens;

    private NviSimulator(
        WebApplication app, NviSimulatorControl control, FaultDesk faults, TokenFactory tokens, Uri stsUrl, Uri routerUrl, Uri controlUrl)
    {
        (_app, _control, _faults, _tokens) = (app, control, faults, tokens);
        (StsUrl, RouterUrl, ControlUrl) = (stsUrl, routerUrl, controlUrl);
    }

    /// <summary>Full address of the STS.</summary>
    public Uri StsUrl { get; }

    /// <summary>Full address of the router.</summary>
    public Uri RouterUrl { get; }

    /// <summary>Base of the control endpoint, ending in <c>/control/</c>.</summary>
    public Uri ControlUrl { get; }

    /// <summary>The people it knows.</summary>
    public NviPopulation Population => _control.Population;

    /// <summary>What it has seen since it started or was reset.</summary>
    public NviStatistics Statistics => _control.Statistics;

    /// <summary>The key that opens the encrypted assertions, for the tests of the STS.</summary>
    internal TokenFactory Tokens => _tokens;

    /// <summary>Starts listening.</summary>
    /// <param name="options">The set-up.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <exception cref="InvalidOperationException">The environment is not Development or Test, or the set-up is wrong; all reasons named.</exception>
    public static async Task<NviSimulator> StartAsync(NviSimulatorOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var environment = options.EnvironmentName
            ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
            ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
            ?? Environments.Production;
        if (options.Objections(environment).ToList() is { Count: > 0 } objections)
            throw new InvalidOperationException(string.Join(Environment.NewLine, objections));

        var time = options.TimeProvider;
        var population = new NviPopulation(options.PopulationSize);
        var faults = new FaultDesk();
        var book = new CallBook();
        var store = new TokenStore(time);
        var tokens = new TokenFactory(time, options.TokenLifetime);
        var gate = new ConnectionGate(faults, book);
        var control = new NviSimulatorControl(faults, book, store, gate, population);
        var sts = new StsDoor(tokens, store, book, time, options.UserName, options.Password);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        options.ConfigureLogging?.Invoke(builder.Logging);
        ListenOptions? stsListener = null, routerListener = null, controlListener = null;
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = SoapDoor.LargestRequest;
            kestrel.Listen(options.Address, options.StsPort, listen => stsListener = Open(listen, gate, NviEndpoint.Sts, options));
            kestrel.Listen(options.Address, options.RouterPort, listen => routerListener = Open(listen, gate, NviEndpoint.Router, options));
            kestrel.Listen(IPAddress.Loopback, options.ControlPort, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                controlListener = listen;
            });
        });

        var app = builder.Build();
        var stsDoor = new SoapDoor(NviEndpoint.Sts, StsPath, sts.Answer, faults, book, TimeSpan.Zero);
        var routerDoor = new SoapDoor(
            NviEndpoint.Router, RouterPath, RouterAnswer(options, population, store, book), faults, book, options.RouterDelay,
            content => MixUp(content, population));
        var controlDoor = new ControlDoor(control);
        app.Run(context => context.Features.Get<Door>()?.Endpoint switch
        {
            NviEndpoint.Sts => stsDoor.HandleAsync(context),
            NviEndpoint.Router => routerDoor.HandleAsync(context),
            _ => controlDoor.HandleAsync(context),
        });
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            tokens.Dispose();
            faults.Dispose();
            throw;
        }

        return new NviSimulator(
            app,
            control,
            faults,
            tokens,
            Url(options, stsListener!, StsPath),
            Url(options, routerListener!, RouterPath),
            new Uri($"http://127.0.0.1:{controlListener!.IPEndPoint!.Port}/control/"));
    }

    /// <summary>Arms a fault for the next calls of a door, or until cleared.</summary>
    /// <param name="fault">What to do.</param>
    /// <exception cref="ArgumentException">The fault makes no sense, or a thousand are armed already.</exception>
    public void Inject(NviFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _control.Inject(fault);
    }

    /// <summary>Disarms all faults; hanging calls get their connection reset.</summary>
    public void ClearFaults() => _control.ClearFaults();

    /// <summary>Ends every token in circulation now; the router answers to them as to expired ones.</summary>
    /// <returns>How many tokens were still good.</returns>
    public int RevokeTokens() => _control.RevokeTokens();

    /// <summary>Clears faults and statistics; tokens stay good.</summary>
    public void Reset() => _control.Reset();

    /// <summary>Lets hanging calls go, stops listening and frees the ports.</summary>
    public async ValueTask DisposeAsync()
    {
        _faults.Clear();
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _tokens.Dispose();
        _faults.Dispose();
    }

    private static ListenOptions Open(ListenOptions listen, ConnectionGate gate, NviEndpoint door, NviSimulatorOptions options)
    {
        listen.Protocols = HttpProtocols.Http1;
        listen.Use(gate.For(door));
        if (options.Certificate is { } certificate)
            listen.UseHttps(certificate);
        return listen;
    }

    private static Func<byte[], SoapReply> RouterAnswer(NviSimulatorOptions options, NviPopulation population, TokenStore store, CallBook book) =>
        options.IsCanned
            ? new CannedRouterDoor(population, options.TimeProvider).Answer
            : new RouterDoor(
                new SecurityVerifier(store, options.TimeProvider), RouterServices.All(population), book, options.TimeProvider).Answer;

    // Only the timestamp is signed, so the changed request passes.
    private static byte[] MixUp(byte[] content, NviPopulation population)
    {
        var request = Encoding.UTF8.GetString(content);
        var asked = AskedNumber().Match(request).Groups[1];
        var (one, other) = (population.Samples.Citizen.Value.ToString(CultureInfo.InvariantCulture), population.Samples.Deceased.Value.ToString(CultureInfo.InvariantCulture));
        return asked.Success
            ? Encoding.UTF8.GetBytes(string.Concat(request.AsSpan(0, asked.Index), asked.Value == one ? other : one, request.AsSpan(asked.Index + asked.Length)))
            : content;
    }

    [GeneratedRegex("KimlikNo>([0-9]{11})<")]
    private static partial Regex AskedNumber();

    private static Uri Url(NviSimulatorOptions options, ListenOptions listener, string path)
    {
        var (scheme, host) = options.Certificate is null ? ("http", "127.0.0.1") : ("https", "localhost");
        return new UriBuilder(scheme, options.PublicHost ?? host, listener.IPEndPoint!.Port, path).Uri;
    }
}
