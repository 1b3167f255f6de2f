namespace Kps.Contracts.AileBireyleriSorgula;

/// <summary>How much of the family is asked for; on the wire the member's name (wire contracts a.4). The numbers are those of the Ministry's enum.</summary>
public enum EAileSorguTipi
{
    /// <summary>The person's own family: spouse and children.</summary>
    Aile = 0,

    /// <summary>The own family, the parents and the siblings.</summary>
    TumAile = 1,
}
