namespace Nvi.Simulator.Router;

/// <summary>Schema type of a criterion's member.</summary>
internal enum CriterionKind
{
    /// <summary>xs:int.</summary>
    Int,

    /// <summary>xs:long.</summary>
    Long,

    /// <summary>xs:boolean.</summary>
    Truth,

    /// <summary>xs:string.</summary>
    Text,

    /// <summary>xs:dateTime.</summary>
    Time,

    /// <summary>The enumeration NkoTur, by the names of its values.</summary>
    NkoTur,
}
