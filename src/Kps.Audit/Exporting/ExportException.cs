namespace Kps.Audit.Exporting;

/// <summary>An export or a receipt that cannot be made. Its message is for the operator, in English; it names no person.</summary>
/// <param name="fault">Which it is.</param>
/// <param name="message">More of it.</param>
public sealed class ExportException(ExportFault fault, string message) : Exception(message)
{
    /// <summary>Which it is.</summary>
    public ExportFault Fault { get; } = fault;
}
