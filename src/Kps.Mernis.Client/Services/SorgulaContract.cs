namespace Kps.Mernis.Services;

/// <summary>
/// The names of one Sorgula service on the wire. All of NVİ's have one shape (wire contracts b.7): <c>Sorgula/kriterListesi/criterion*</c> asks,
/// <c>SorgulaResponse/SorgulaResult/{HataBilgisi, SorguSonucu/item*}</c> answers.
/// </summary>
internal sealed record SorgulaContract
{
    private const string Root = "http://kps.nvi.gov.tr/";

    public required MernisService Service { get; init; }

    /// <summary>As in the namespace, for example <c>2021/04/01</c>.</summary>
    public required string Version { get; init; }

    /// <summary>True when no WSDL of the service is public and these names are ours, formed after its siblings.</summary>
    public bool IsByAnalogy { get; init; }

    /// <summary>Name of the criterion; null for a service that is asked without one.</summary>
    public string? Criterion { get; init; }

    /// <summary>The members written, in the contract's order.</summary>
    public IReadOnlyList<CriterionMember> Members { get; init; } = [];

    /// <summary>Name of the items of SorguSonucu.</summary>
    public required string Item { get; init; }

    /// <summary>What an item is read into; its public properties are the members read.</summary>
    public required Type ItemType { get; init; }

    /// <summary>Where and how this version is asked.</summary>
    public SorgulaWire Wire(string version)
    {
        var ns = Root + version;
        return new SorgulaWire($"{ns}/{Service}/Sorgula", ns, ns, ns, ns);
    }
}
