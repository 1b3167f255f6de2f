namespace Nvi.Simulator.Router.Nko;

/// <summary>Relation to the person asked for. Only 1 is known (wire contracts a.10); the rest is invented.</summary>
internal enum Yakinlik
{
    /// <summary>The person.</summary>
    Kendisi = 1,

    /// <summary>Spouse.</summary>
    Esi = 2,

    /// <summary>Daughter.</summary>
    Kizi = 3,

    /// <summary>Son.</summary>
    Oglu = 4,

    /// <summary>Mother.</summary>
    Annesi = 5,

    /// <summary>Father.</summary>
    Babasi = 6,

    /// <summary>Brother or sister, full or half.</summary>
    Kardesi = 7,

    /// <summary>Former spouse.</summary>
    EskiEsi = 8,
}
