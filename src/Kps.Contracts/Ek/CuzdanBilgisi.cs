using System.Runtime.Serialization;

namespace Kps.Contracts.Ek;

/// <summary>The identity papers of one citizen.</summary>
[DataContract(Namespace = KpsNamespaces.Ek)]
public sealed class CuzdanBilgisi
{
    /// <summary>Why there is nothing to show; nil when nothing is wrong.</summary>
    [DataMember]
    public Parametre? HataBilgisi { get; set; }

    /// <summary>The number asked for, echoed.</summary>
    [DataMember]
    public long? KimlikNo { get; set; }

    /// <summary>The old paper identity booklet.</summary>
    [DataMember]
    public NufusCuzdani? NufusCuzdani { get; set; }

    /// <summary>The chip identity card.</summary>
    [DataMember]
    public TCKK? TCKK { get; set; }
}
