using Kps.Contracts;

namespace Nvi.Simulator.Sts;

/// <summary>A token the STS gave out and the router must recognise.</summary>
/// <param name="AssertionId">The SAML assertion's id, <c>_</c> and a GUID.</param>
/// <param name="ProofKey">Base64 of the 32 octets of the BinarySecret.</param>
/// <param name="KeyCipher">First CipherValue: the wrapped key, base64.</param>
/// <param name="DataCipher">Second CipherValue: the encrypted assertion, base64.</param>
/// <param name="Created">Start of its lifetime.</param>
/// <param name="Expires">End of its lifetime.</param>
internal sealed record IssuedToken(
    string AssertionId, Secret ProofKey, string KeyCipher, string DataCipher, DateTimeOffset Created, DateTimeOffset Expires);
