namespace Kps.Gateway.Call.Parsing;

/// <summary>The two SOAP versions of the doors. The numbers stand in audit rows.</summary>
internal enum SoapVersion : byte
{
    /// <summary>Not known; answered as SOAP 1.1, which every client of either version can read.</summary>
    Unknown = 0,
    Soap11 = 11,
    Soap12 = 12,
}
