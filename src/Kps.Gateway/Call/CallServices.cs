using System.Collections.Frozen;
using Kps.Audit;
using Kps.Gateway.Call.Addressing;
using Kps.Gateway.Call.Admitting;
using Kps.Gateway.Call.Auditing;
using Kps.Gateway.Call.Authorizing;
using Kps.Gateway.Call.Callers;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Entitling;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Issuing;
using Kps.Gateway.Call.Listening;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Queries;
using Kps.Gateway.Call.Responding;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.Call.Verifying;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.Telemetry;
using Kps.Registry.Live;
using Kps.Registry.Passwords;
using Kps.Registry.Tokens;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call;

/// <summary>Puts the walk into the container.</summary>
internal static class CallServices
{
    /// <summary>Adds the stages, the pipeline in the order of <see cref="Walks"/>, the recorder and the responder.</summary>
    public static IServiceCollection AddCall(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<AdmissionOptions>().Bind(configuration.GetSection("Admission"), binder => binder.ErrorOnUnknownConfiguration = true);
        services.AddSingleton<IValidateOptions<AdmissionOptions>, AdmissionOptionsValidator>();
        services.AddSingleton<IstanbulClock>();
        services.AddSingleton<VerifierCache>();
        services.AddSingleton(provider => new HashingLane(
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<HashingLane>>(),
            provider.GetRequiredService<CallMetrics>().Timed(PasswordHash.Verify, provider.GetRequiredService<TimeProvider>())));
        services.AddTokens(configuration);
        services.AddQueries(configuration);
        services.AddSingleton<UpstreamForwarder>();
        services.AddSingleton<ListenStage>();
        services.AddSingleton<ParseStage>();
        services.AddSingleton<IdentifyStage>();
        services.AddSingleton<CheckAddressStage>();
        services.AddSingleton<VerifyPasswordStage>();
        services.AddSingleton<VerifyTokenStage>();
        services.AddOptionsWithValidateOnStart<CallerOptions>().Bind(configuration.GetSection("Callers"), binder => binder.ErrorOnUnknownConfiguration = true);
        services.AddSingleton<IValidateOptions<CallerOptions>, CallerOptionsValidator>();
        services.AddSingleton<AskerWatch>();
        services.AddSingleton<CheckCallerStage>();
        services.AddSingleton<ParseTokenRequestStage>();
        services.AddSingleton<AdmitIssueStage>();
        services.AddSingleton<IssueTokenStage>();
        services.AddSingleton<AuthorizeStage>();
        services.AddSingleton<CheckCriteriaStage>();
        services.AddSingleton<FairGate>();
        services.AddSingleton<AdmitStage>();
        services.AddSingleton<ForwardStage>();
        services.AddSingleton<FieldProjections>();
        services.AddSingleton<MapStage>();
        services.AddSingleton<CallRecorder>();
        services.AddSingleton<EnvelopeWriter>();
        services.AddSingleton<SoapResponder>();
        services.AddSingleton(provider => new KpsPipeline(
            new Dictionary<AuditDoor, Walk>
            {
                [AuditDoor.Router] = WalkOf(provider, Walks.Query),
                [AuditDoor.Ek] = WalkOf(provider, Walks.Query),
                [AuditDoor.Sts] = WalkOf(provider, Walks.Token),
            }.ToFrozenDictionary(),
            provider.GetRequiredService<CallRecorder>(),
            provider.GetRequiredService<SoapResponder>(),
            provider.GetRequiredService<ILogger<KpsPipeline>>()));
        services.AddSingleton<ICallPipeline, CallWatch>();
        services.AddSingleton<CallEndpoint>();
        return services;
    }

    private static Walk WalkOf(IServiceProvider provider, IReadOnlyList<Type> stages) =>
        new([.. stages.Select(stage => (ICallStage)provider.GetRequiredService(stage))]);

    /// <summary>The keys are hosted: they start behind the registry they are read from and before the doors open.</summary>
    private static void AddTokens(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<TokenOptions>().Bind(configuration.GetSection("Tokens"), binder => binder.ErrorOnUnknownConfiguration = true);
        services.AddSingleton<IValidateOptions<TokenOptions>, TokenOptionsValidator>();
        services.AddSingleton(provider => new TokenKeys(
            provider.GetRequiredService<IRegistry>(),
            provider.GetRequiredService<IMasterKey>(),
            provider.GetRequiredService<IOptions<GatewayOptions>>(),
            provider.GetRequiredService<TokenKeyStore>().EnsureFirstAsync,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<TokenKeys>>()));
        services.AddHostedService(provider => provider.GetRequiredService<TokenKeys>());
        services.AddSingleton<TokenRealm>();
        services.AddSingleton<TokenCache>();
        services.AddSingleton<TokenIssuer>();
        services.AddSingleton<TokenVerifier>();
    }
}
