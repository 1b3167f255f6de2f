namespace Kps.Contracts.Fields;

/// <summary>How a member of a result is built.</summary>
public enum FieldShape
{
    /// <summary>A value that is given or withheld as one: a text, a number, a coded value (<c>Parametre</c>).</summary>
    Value = 1,

    /// <summary>Members of its own; a date (<c>TarihBilgisi</c>) is one, its year may be given without its day.</summary>
    Record = 2,

    /// <summary>Any number of records; what is said of its members holds for every item.</summary>
    List = 3,
}
