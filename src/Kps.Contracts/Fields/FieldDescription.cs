using System.Reflection;

namespace Kps.Contracts.Fields;

/// <summary>One member somewhere in a result, as rights name it.</summary>
public sealed class FieldDescription
{
    internal FieldDescription(PropertyInfo member, Type owner, string path)
    {
        Member = member;
        Owner = owner;
        Path = path;
        Name = path[(path.LastIndexOf('/') + 1)..];
    }

    /// <summary>The member's name on the wire.</summary>
    public string Name { get; }

    /// <summary>Names from below Sonuc down to the member, joined by <c>/</c>, lists without index: <c>NkoVatandas/Kisiler/YakinlikKod</c>.</summary>
    public string Path { get; }

    /// <summary>Type as the WSDL names it: <c>string</c>, <c>dateTime</c>, <c>Parametre</c>, <c>NkoKisi[]</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>How it is built.</summary>
    public required FieldShape Shape { get; init; }

    /// <summary>Özel nitelikli veri (KVKK md. 6, requirements C-14): given only by a right of its own on exactly this path.</summary>
    public required bool IsSpecial { get; init; }

    /// <summary>
    /// Stands in every answer. A value of this kind (<c>HataBilgisi</c>, the echo of the number asked for) is never withheld; a record of this kind stays when all of its
    /// members are withheld, because clients read nil in its place as "no such person" or break on it (wire contracts a.5).
    /// </summary>
    public required bool IsStructural { get; init; }

    /// <summary>
    /// A client in use (KPSService) cannot read an answer without it: <c>Cinsiyet</c> and the year of birth. It may be withheld all the same, and whoever does it is told.
    /// </summary>
    public required bool IsDemanded { get; init; }

    /// <summary>
    /// The shared type has the member and this operation never gives it, to nobody: the address of BilesikKisiSorgula, which is entitled without address (requirements C-04).
    /// No right can be given to it.
    /// </summary>
    public required bool IsOutside { get; init; }

    /// <summary>The members below; empty for a value.</summary>
    public required IReadOnlyList<FieldDescription> Children { get; init; }

    /// <summary>The property of <see cref="Owner"/> that holds it.</summary>
    public PropertyInfo Member { get; }

    /// <summary>The contract type it is a member of.</summary>
    public Type Owner { get; }

    /// <summary>Whether a right can name it: everything but structural values and what lies outside the operation.</summary>
    public bool TakesRights => !IsOutside && !(IsStructural && Shape == FieldShape.Value);

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
