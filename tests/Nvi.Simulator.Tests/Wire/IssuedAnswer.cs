using System.Xml.Linq;

namespace Nvi.Simulator.Tests.Wire;

/// <summary>What a client cuts out of the STS's answer.</summary>
internal sealed record IssuedAnswer(string EncryptedData, byte[] ProofKey, string AssertionId)
{
    public static IssuedAnswer Read(XDocument answer)
    {
        var response = answer.At("Body", "RequestSecurityTokenResponseCollection", "RequestSecurityTokenResponse");
        return new IssuedAnswer(
            response.At("RequestedSecurityToken", "EncryptedData").ToString(SaveOptions.DisableFormatting),
            Convert.FromBase64String(response.At("RequestedProofToken", "BinarySecret").Value),
            response.At("RequestedAttachedReference", "SecurityTokenReference", "KeyIdentifier").Value);
    }
}
