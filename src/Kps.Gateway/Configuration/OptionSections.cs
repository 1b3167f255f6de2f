using Kps.Audit;
using Kps.Audit.Anchoring;
using Kps.Audit.Sequencing;
using Kps.Gateway.Call.Admitting;
using Kps.Gateway.Call.Callers;
using Kps.Gateway.Call.Queries;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.Telemetry;
using Kps.Mernis;
using Kps.Registry;

namespace Kps.Gateway.Configuration;

/// <summary>The sections of the configuration that are ours, each with the class that knows its keys.</summary>
internal static class OptionSections
{
    /// <summary>All of them, in the order of docs/reference/configuration.md.</summary>
    public static IReadOnlyList<OptionSection> All { get; } =
    [
        OptionSection.Of<GatewayOptions>("Gateway"),
        OptionSection.Of<AdmissionOptions>("Admission"),
        OptionSection.Of<TokenOptions>("Tokens"),
        OptionSection.Of<CallerOptions>("Callers"),
        OptionSection.Of<QueryOptions>("Queries"),
        OptionSection.Of<RegistryOptions>("Registry"),
        OptionSection.Of<AuditOptions>("Audit"),
        OptionSection.Of<SequencerOptions>("Sequencer"),
        OptionSection.Of<AnchoringOptions>("Anchoring"),
        OptionSection.Of<MernisOptions>("Mernis"),
        OptionSection.Of<TelemetryOptions>("Telemetry"),
    ];
}
