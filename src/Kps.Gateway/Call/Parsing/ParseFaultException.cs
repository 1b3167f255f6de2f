namespace Kps.Gateway.Call.Parsing;

/// <summary>
/// Leaves the recursive reader at the point where the envelope stops making sense; Parse turns it into its fault. Never leaves the
/// Parsing folder: between stages faults are values.
/// </summary>
/// <param name="fault">The fault it stands for.</param>
internal sealed class ParseFaultException(CallFault fault) : Exception(fault.Code.ToString())
{
    public CallFault Fault { get; } = fault;
}
