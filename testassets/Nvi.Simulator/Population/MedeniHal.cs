namespace Nvi.Simulator.Population;

/// <summary>Marital status as the register codes it (wire contracts a.7, b.8).</summary>
public enum MedeniHal
{
    /// <summary>Never married.</summary>
    Bekar = 1,

    /// <summary>Married; also said of a person who died married.</summary>
    Evli = 2,

    /// <summary>Widowed.</summary>
    Dul = 3,
}
