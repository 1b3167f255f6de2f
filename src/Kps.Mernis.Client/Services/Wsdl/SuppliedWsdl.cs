using System.Xml;
using System.Xml.Linq;

namespace Kps.Mernis.Services.Wsdl;

/// <summary>
/// A WSDL of NVİ's that the operator supplied for one service. It is held against what this client writes and reads; where it agrees, its version and
/// action are used. Nothing it points to is fetched: all schemas must stand in the file.
/// </summary>
internal static class SuppliedWsdl
{
    /// <summary>NVİ's largest is 42 KB.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>Reads and checks a file.</summary>
    /// <param name="contract">What is written and read here.</param>
    /// <param name="path">The file.</param>
    /// <returns>How the service is asked according to the file.</returns>
    /// <exception cref="InvalidDataException">The file cannot be used; the text names service and file and says in plain words what differs first.</exception>
    public static SorgulaWire Read(SorgulaContract contract, string path)
    {
        try
        {
            return ContractCheck.Compare(contract, WsdlDocument.Of(Load(path)));
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or XmlException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            throw new InvalidDataException($"SuppliedWsdls:{contract.Service} ({path}): {exception.Message}", exception);
        }
    }

    private static XElement Load(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length > MaxBytes)
        {
            throw new InvalidDataException($"The file is longer than {MaxBytes} bytes.");
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(file, settings);
            return XDocument.Load(reader).Root!;
        }
        catch (XmlException exception)
        {
            throw new InvalidDataException($"The file is not XML without a DTD: {exception.Message}", exception);
        }
    }
}
