using System.Collections.Frozen;
using System.Text;
using Kps.Contracts;

namespace Kps.Gateway.Call.Responding;

/// <summary>The tags of an operation's response element in bytes.</summary>
/// <param name="Start">With the declaration of the contract's namespace as the default.</param>
/// <param name="End">The end tag.</param>
internal sealed record ResponseTags(byte[] Start, byte[] End)
{
    private static readonly FrozenDictionary<KpsOperation, ResponseTags> All = OperationCatalog.AllOf(KpsService.Kps)
        .Concat(OperationCatalog.AllOf(KpsService.Ek))
        .ToFrozenDictionary(operation => operation.Operation, Make);

    /// <summary>The tags of an operation of either service.</summary>
    public static ResponseTags Of(OperationDescription operation) => All[operation.Operation];

    private static ResponseTags Make(OperationDescription operation) => new(
        Encoding.ASCII.GetBytes($"<{operation.ResponseName} xmlns=\"{operation.Namespace}\">"),
        Encoding.ASCII.GetBytes($"</{operation.ResponseName}>"));
}
