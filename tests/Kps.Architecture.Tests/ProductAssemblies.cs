using System.Reflection;

namespace Kps.Architecture.Tests;

/// <summary>The assemblies that ship.</summary>
internal static class ProductAssemblies
{
    public static IReadOnlyList<Assembly> All { get; } =
    [
        Assembly.Load("Kps.Contracts"),
        Assembly.Load("Kps.Mernis.Client"),
        Assembly.Load("Kps.Registry"),
        Assembly.Load("Kps.Evidence"),
        Assembly.Load("Kps.Audit"),
        Assembly.Load("Kps.Migrations"),
        Assembly.Load("Kps.Gateway"),
        Assembly.Load("Kps.AuditVerify"),
    ];

    /// <summary>Types somebody wrote, nested ones left out.</summary>
    public static IEnumerable<Type> WrittenTypes =>
        All.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.IsNested && !type.Name.StartsWith('<') && !IsGenerated(type));

    private static bool IsGenerated(Type type) =>
        type.Namespace is "Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices"
        || type.GetCustomAttributesData().Any(data => data.AttributeType.Name is "CompilerGeneratedAttribute" or "EmbeddedAttribute")
        || (type.Namespace is null && type.Name == "Program");
}
