namespace Kps.Gateway.Call.Responding;

/// <summary>How a fault code is told to the caller.</summary>
/// <param name="Kod">The code the caller sees; several causes may share one, so that nothing is given away.</param>
/// <param name="Shape">SOAP fault or business answer.</param>
/// <param name="Subcode">SOAP 1.2 subcode; null for none.</param>
/// <param name="Text">Turkish: what happened, whose job it is, what to do. {0} = subject of the fault, {1} = address seen.</param>
internal sealed record FaultText(int Kod, FaultShape Shape, FaultSubcode? Subcode, string Text);
