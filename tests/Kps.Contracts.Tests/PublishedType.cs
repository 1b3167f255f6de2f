namespace Kps.Contracts.Tests;

/// <summary>A published type with its own members in wire order.</summary>
/// <param name="Name">Name on the wire.</param>
/// <param name="Base">Name of the type whose members come first; null for most.</param>
/// <param name="Members">Members the type adds.</param>
internal sealed record PublishedType(string Name, string? Base, IReadOnlyList<PublishedMember> Members)
{
    /// <summary>Reads <c>Name : Base = member:type; …</c>.</summary>
    public static PublishedType Read(string line)
    {
        var (head, members) = line.Split(" = ") is [var left, var right] ? (left, right) : throw new FormatException(line);
        var names = head.Split(" : ");
        return new PublishedType(names[0], names.ElementAtOrDefault(1), [.. members.Split("; ").Select(PublishedMember.Read)]);
    }

    public override string ToString() => Name;
}
