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

    /// <summary>Divorced and not married again. The code is invented: NVİ's list is not public.</summary>
    Bosanmis = 4,
}
