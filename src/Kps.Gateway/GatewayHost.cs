using System.Reflection;
using System.Text;
using Kps.Audit;
using Kps.Audit.Anchoring;
using Kps.Audit.Sequencing;
using Kps.Gateway.Acts;
using Kps.Gateway.Call;
using Kps.Gateway.Configuration;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.FrontDoor.Tls;
using Kps.Gateway.Health;
using Kps.Gateway.Telemetry;
using Kps.Gateway.Wsdl;
using Kps.Mernis;
using Kps.Registry;
using Microsoft.Extensions.Options;

namespace Kps.Gateway;

/// <summary>Builds the host. Apart from <c>Program</c> so that the end-to-end suite runs the very same one.</summary>
internal static class GatewayHost
{
    /// <summary>Path of the query door, as the Ministry's clients know it (wire contracts a.1).</summary>
    public const string RouterPath = "/Router/RoutingService.svc";

    /// <summary>Path of the supplementary query door, ours alone.</summary>
    public const string EkPath = "/Router/KpsEkServisler.svc";

    /// <summary>Path of the token door, as the Ministry's clients know it (wire contracts a.1).</summary>
    public const string StsPath = "/STS/STSService.svc";

    /// <summary>Builds the gateway from configuration.</summary>
    /// <param name="args"><c>--config FILE</c> adds a JSON file; other arguments as <c>--Section:Key=value</c>.</param>
    /// <param name="configure">Last word of a test.</param>
    /// <returns>A host that has not started yet.</returns>
    /// <exception cref="OptionsValidationException">The configuration is wrong; every error is among the failures. Nothing was started or contacted.</exception>
    /// <exception cref="ConfigurationFileException">The file cannot be read.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // Old clients declare Turkish single-byte charsets; the set that is taken stands in MediaType.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        // 1. Configuration: one file, the environment, the command line. Nothing is watched: a watcher over a data directory costs an event per write.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            EnvironmentName = EnvironmentName(args),
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddJsonFile("appsettings.json", optional: true, reloadOnChange: false);
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddCommandLine(args);
        if (builder.Configuration["config"] is { Length: > 0 } file)
        {
            AddFile(builder.Configuration, Path.GetFullPath(file));
            builder.Configuration.AddEnvironmentVariables();
            builder.Configuration.AddCommandLine(args);
        }

        // 2. Services. They start in this order before the doors open and stop in reverse after these have closed: the log outlives every call,
        // telemetry outlives the log.
        var errors = ConfigurationCheck.LoggingErrors(builder.Configuration);
        if (errors.Count == 0)
        {
            builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        }

        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // This one quotes query string and Content-Type, where callers may put a person's number; so no configuration turns it on.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddTelemetry(builder.Configuration.GetSection("Telemetry"));
        builder.Services.AddKpsAudit(builder.Configuration.GetSection("Audit"));
        builder.Services.AddKpsSequencer(builder.Configuration.GetSection("Sequencer"));
        builder.Services.AddKpsAnchoring(builder.Configuration.GetSection("Anchoring"));
        builder.Services.AddKpsRegistry(builder.Configuration.GetSection("Registry"));
        builder.Services.AddMernisClient(builder.Configuration.GetSection("Mernis"), allowByAnalogy: builder.Environment.IsDevelopment());
        builder.Services.AddFrontDoor(builder.Configuration.GetSection("Gateway"));
        builder.Services.AddHealth();
        builder.Services.AddCall(builder.Configuration);
        builder.Services.AddNodeActs();
        builder.Services.AddSingleton<WsdlEndpoint>();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel((context, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 64;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.ApplicationServices.GetRequiredService<ServerCertificates>()
                .Serve(kestrel.Configure(context.Configuration.GetSection("Kestrel"), reloadOnChange: false));
        });
        configure?.Invoke(builder);

        // 3. Say everything that is wrong with the configuration, or nothing.
        var app = builder.Build();
        errors = [.. errors, .. ConfigurationCheck.Errors(builder.Configuration, app.Services)];
        if (errors.Count > 0)
        {
            throw new OptionsValidationException("configuration", typeof(GatewayOptions), errors);
        }

        // 4. The front door, then the doors.
        app.UseFrontDoor();
        app.UseRouting();
        app.MapHealth();
        app.MapMetrics();
        app.MapPost(RouterPath, http => http.RequestServices.GetRequiredService<CallEndpoint>().HandleAsync(http, AuditDoor.Router));
        app.MapGet(RouterPath, http => http.RequestServices.GetRequiredService<WsdlEndpoint>().HandleAsync(http, WsdlService.Router));
        app.MapPost(EkPath, http => http.RequestServices.GetRequiredService<CallEndpoint>().HandleAsync(http, AuditDoor.Ek));
        app.MapGet(EkPath, http => http.RequestServices.GetRequiredService<WsdlEndpoint>().HandleAsync(http, WsdlService.Ek));
        app.MapPost(StsPath, http => http.RequestServices.GetRequiredService<CallEndpoint>().HandleAsync(http, AuditDoor.Sts));
        app.MapGet(StsPath, http => http.RequestServices.GetRequiredService<WsdlEndpoint>().HandleAsync(http, WsdlService.Sts));

        // 5. Say what runs.
        var gateway = app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value;
        app.Lifetime.ApplicationStarted.Register(() => Log.Started(
            app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(GatewayHost).FullName!),
            Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "?",
            app.Environment.EnvironmentName,
            GatewayOptions.ModeName(gateway.TestMode),
            gateway.PublicUrl?.ToString() ?? "that of the request"));
        return app;
    }

    /// <summary>Without the words the reader of command lines stumbles over; <see cref="CommandLineArguments"/> says what is wrong with them.</summary>
    private static bool IsNamedOrValue(string argument) =>
        argument != CommandLineArguments.CheckConfig && (argument.StartsWith("--", StringComparison.Ordinal) || !argument.StartsWith('-'));

    private static void AddFile(ConfigurationManager configuration, string file)
    {
        try
        {
            configuration.AddJsonFile(file, optional: false, reloadOnChange: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ConfigurationFileException($"The configuration file {file} cannot be read: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    /// <summary>Production unless somebody says otherwise: <c>--environment</c>, then the variables ASP.NET knows.</summary>
    public static string EnvironmentName(string[] args) =>
        new ConfigurationBuilder().AddCommandLine([.. args.Where(IsNamedOrValue)]).Build()["environment"]
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environments.Production;
}
