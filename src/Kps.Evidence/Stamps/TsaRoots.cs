using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kps.Evidence.Stamps;

/// <summary>
/// The certificates that stamps are believed from: roots of time-stamping authorities and, when these do not send them, the certificates between. The system's
/// trust plays no part: an auditor chooses for himself, on a machine without network.
/// </summary>
public sealed class TsaRoots
{
    /// <summary>Most certificates in a file.</summary>
    public const int MaxCertificates = 100;

    private readonly X509Certificate2Collection _certificates;

    private TsaRoots(X509Certificate2Collection certificates) => _certificates = certificates;

    /// <summary>How many there are, at least one.</summary>
    public int Count => _certificates.Count;

    /// <summary>Reads certificates.</summary>
    /// <param name="pem">One or more certificates in PEM, one of them self-signed; other text between them is passed over.</param>
    /// <exception cref="FormatException">No certificate, no root, too many, or one that cannot be read.</exception>
    public static TsaRoots FromPem(string pem)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            throw new FormatException("A certificate in the file cannot be read.");
        }

        if (certificates.Count is 0 or > MaxCertificates)
        {
            throw new FormatException($"The file must hold 1 to {MaxCertificates} certificates in PEM.");
        }

        return certificates.Any(one => one.SubjectName.RawData.AsSpan().SequenceEqual(one.IssuerName.RawData))
            ? new TsaRoots(certificates)
            : throw new FormatException("None of the certificates is a root.");
    }

    /// <summary>Whether a certificate led to one of the roots at a time. Contacts nobody, so revocation is not looked at.</summary>
    /// <param name="certificate">That of a stamp's signer.</param>
    /// <param name="others">Certificates that came with it.</param>
    /// <param name="at">The time.</param>
    /// <returns>Null when it did, else why not.</returns>
    internal string? WhyNot(X509Certificate2 certificate, X509Certificate2Collection others, DateTimeOffset at)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_certificates);
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(TimeStamp.TimeStampingPurpose));
        return chain.Build(certificate)
            ? null
            : string.Join(", ", chain.ChainStatus.Select(status => status.Status).Distinct().Order());
    }
}
