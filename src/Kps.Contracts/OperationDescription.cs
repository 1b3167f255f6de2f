namespace Kps.Contracts;

/// <summary>One operation of a contract.</summary>
/// <param name="Operation">Its number, stored in audit rows.</param>
/// <param name="Name">Local name of its request element; the reply is <c>…Response</c>, the result <c>…Result</c>. Unique over all services.</param>
/// <param name="Service">The service that has it.</param>
/// <param name="IsServed">False while the gateway names the operation but does not answer it yet; then it is absent from the WSDL.</param>
public sealed record OperationDescription(KpsOperation Operation, string Name, KpsService Service, bool IsServed)
{
    /// <summary>Namespace of the request element, the reply and everything in them.</summary>
    public string Namespace { get; init; } = Service == KpsService.Ek ? KpsNamespaces.Ek : KpsNamespaces.Service;

    /// <summary>The soapAction and wsa:Action of the request.</summary>
    public string Action { get; init; } = ActionBase(Service) + Name;

    /// <summary>Local name of the element in the reply's Body.</summary>
    public string ResponseName { get; init; } = Name + "Response";

    /// <summary>The wsa:Action of the reply.</summary>
    public string ResponseAction { get; init; } = ActionBase(Service) + Name + "Response";

    private static string ActionBase(KpsService service) => service == KpsService.Ek ? KpsNamespaces.EkActionBase : KpsNamespaces.ActionBase;
}
