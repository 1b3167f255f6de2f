namespace Nvi.Simulator.Population;

/// <summary>Sex as the register codes it (wire contracts b.8).</summary>
public enum Cinsiyet
{
    /// <summary>Male.</summary>
    Erkek = 1,

    /// <summary>Female.</summary>
    Kadin = 2,
}
