namespace Kps.Contracts.TcKimlikNoSorgula;

/// <summary>Sex as a criterion; on the wire the member's name (wire contracts a.4). The numbers are those of the Ministry's enum.</summary>
public enum ECinsiyet
{
    /// <summary>No criterion.</summary>
    BILINMEYEN = 0,

    /// <summary>Male.</summary>
    ERKEK = 1,

    /// <summary>Female.</summary>
    KADIN = 2,
}
