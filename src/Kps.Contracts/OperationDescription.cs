namespace Kps.Contracts;

/// <summary>One operation of the contract.</summary>
/// <param name="Operation">Its number, stored in audit rows.</param>
/// <param name="Name">Local name of its request element; the reply is <c>…Response</c>, the result <c>…Result</c>.</param>
/// <param name="IsServed">False while the gateway names the operation but does not answer it yet; then it is absent from the WSDL.</param>
public sealed record OperationDescription(KpsOperation Operation, string Name, bool IsServed)
{
    /// <summary>The soapAction and wsa:Action of the request.</summary>
    public string Action { get; init; } = KpsNamespaces.ActionBase + Name;

    /// <summary>Local name of the element in the reply's Body.</summary>
    public string ResponseName { get; init; } = Name + "Response";

    /// <summary>The wsa:Action of the reply.</summary>
    public string ResponseAction { get; init; } = KpsNamespaces.ActionBase + Name + "Response";
}
