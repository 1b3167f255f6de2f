namespace Kps.Mernis;

/// <summary>Says what may be asked, for those who plan and do not ask themselves.</summary>
public interface IMernisOffers
{
    /// <summary>
    /// Says whether a service may be called here. Services with a public WSDL always may. Those formed by analogy may in Development, and where the
    /// operator supplied a WSDL that was checked at the start (<see cref="MernisOptions.SuppliedWsdls"/>).
    /// </summary>
    bool Offers(MernisService service);
}
