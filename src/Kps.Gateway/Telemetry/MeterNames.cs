namespace Kps.Gateway.Telemetry;

/// <summary>The meters that leave the process. Ours are listed one by one in docs/reference/metrics.md, the runtime's by Microsoft.</summary>
internal static class MeterNames
{
    /// <summary>The gateway's own meter.</summary>
    public const string Gateway = "Kps.Gateway";

    /// <summary>Meters of this product.</summary>
    public static IReadOnlyList<string> Own { get; } = [Gateway, "Kps.Audit", "Kps.Mernis"];

    /// <summary>Everything both exporters carry.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Own, "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel"];
}
