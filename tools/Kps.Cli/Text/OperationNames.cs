using Kps.Contracts;

namespace Kps.Cli.Text;

/// <summary>The operations of both services as an operator names them.</summary>
internal static class OperationNames
{
    /// <summary>Every operation, in the order of the contracts.</summary>
    public static IReadOnlyList<OperationDescription> All { get; } = [.. OperationCatalog.All, .. OperationCatalog.AllOf(KpsService.Ek)];

    /// <summary>All names, for an error.</summary>
    public static string List { get; } = string.Join(", ", All.Select(operation => operation.Name));

    /// <summary>Finds an operation by its name in any case.</summary>
    /// <returns>Null when there is none.</returns>
    public static OperationDescription? Find(string name) => All.FirstOrDefault(operation => string.Equals(operation.Name, name, StringComparison.OrdinalIgnoreCase));
}
