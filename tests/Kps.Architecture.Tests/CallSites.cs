using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Kps.Architecture.Tests;

/// <summary>Finds in an assembly's code who calls the members of a type of another assembly.</summary>
internal static class CallSites
{
    /// <summary>Names of the outermost types whose methods mention a member of <paramref name="target"/>.</summary>
    public static IReadOnlySet<string> Of(Type target, Assembly caller)
    {
        using var file = File.OpenRead(caller.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var members = metadata.MemberReferences.Where(handle => IsOf(metadata, metadata.GetMemberReference(handle).Parent, target)).Select(handle => (EntityHandle)handle).ToHashSet();
        var tokens = members.Concat(GenericCalls(metadata, members)).Select(handle => BitConverter.GetBytes(MetadataTokens.GetToken(handle))).ToList();
        var callers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Where(method => method.RelativeVirtualAddress != 0))
        {
            var code = image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!;
            if (tokens.Exists(token => code.AsSpan().IndexOf(token) >= 0))
            {
                callers.Add(Outermost(metadata, method.GetDeclaringType()));
            }
        }

        return callers;
    }

    /// <summary>A call of a generic method names not the member but its instantiation.</summary>
    private static IEnumerable<EntityHandle> GenericCalls(MetadataReader metadata, HashSet<EntityHandle> members) =>
        Enumerable.Range(1, metadata.GetTableRowCount(TableIndex.MethodSpec))
            .Select(MetadataTokens.MethodSpecificationHandle)
            .Where(handle => members.Contains(metadata.GetMethodSpecification(handle).Method))
            .Select(handle => (EntityHandle)handle);

    private static bool IsOf(MetadataReader metadata, EntityHandle parent, Type target)
    {
        if (parent.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, target.Name) && metadata.StringComparer.Equals(type.Namespace, target.Namespace!);
    }

    private static string Outermost(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (type.GetDeclaringType() is { IsNil: false } outer)
        {
            type = metadata.GetTypeDefinition(outer);
        }

        return metadata.GetString(type.Name);
    }
}
