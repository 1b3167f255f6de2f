namespace Kps.Gateway.Call.Parsing;

/// <summary>A member a request element may have.</summary>
/// <param name="Name">Local name.</param>
/// <param name="IsRequired">Absent, nil and empty are faults.</param>
/// <param name="IsObject">Has members of its own instead of a text.</param>
internal readonly record struct MemberShape(string Name, bool IsRequired, bool IsObject)
{
    /// <summary>A text that must be there.</summary>
    public static MemberShape Required(string name) => new(name, IsRequired: true, IsObject: false);

    /// <summary>A text that may be absent, nil or empty: all three mean the same, because toolkits write them as they please.</summary>
    public static MemberShape Optional(string name) => new(name, IsRequired: false, IsObject: false);

    /// <summary>An object that must be there.</summary>
    public static MemberShape Object(string name) => new(name, IsRequired: true, IsObject: true);

    /// <summary>An object that may be absent or nil.</summary>
    public static MemberShape OptionalObject(string name) => new(name, IsRequired: false, IsObject: true);
}
