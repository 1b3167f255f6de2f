using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Kps.Evidence.Stamps;

/// <summary>
/// A time-stamp token (RFC 3161 §2.4.2): somebody else's signed word that certain bytes existed at a certain time. Nothing in it is to be believed before
/// <see cref="Verify"/> has said yes, which needs the bytes and the roots, and no network.
/// </summary>
public sealed class TimeStamp
{
    /// <summary>Longest token that is read, in bytes; usual ones have 3 to 8 KB, certificates included.</summary>
    public const int MaxTokenBytes = 64 * 1024;

    internal const string TimeStampingPurpose = "1.3.6.1.5.5.7.3.8";

    private const string TokenInfoType = "1.2.840.113549.1.9.16.1.4";

    private static readonly Dictionary<string, HashAlgorithmName> Digests = new(StringComparer.Ordinal)
    {
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    private readonly SignedCms _cms;
    private readonly Rfc3161TimestampTokenInfo _info;
    private readonly SignerInfo _signer;
    private readonly X509Certificate2 _certificate;

    private TimeStamp(SignedCms cms, Rfc3161TimestampTokenInfo info, ReadOnlyMemory<byte> bytes)
    {
        _cms = cms;
        _info = info;
        Token = bytes;
        _signer = _cms.SignerInfos.Count == 1 ? _cms.SignerInfos[0] : throw new FormatException("A stamp has one signer.");
        _certificate = _signer.Certificate ?? throw new FormatException("The stamp does not hold its signer's certificate.");
        Signer = _certificate.Subject;
        SignerNotAfter = new DateTimeOffset(_certificate.NotAfter.ToUniversalTime());
        Serial = Convert.ToHexString(info.GetSerialNumber().Span);
    }

    /// <summary>The token as it is kept: DER of the CMS ContentInfo.</summary>
    public ReadOnlyMemory<byte> Token { get; }

    /// <summary>The time it vouches for.</summary>
    public DateTimeOffset GenTime => _info.Timestamp.ToUniversalTime();

    /// <summary>How far the true time may be from <see cref="GenTime"/>, either way; null when the authority does not say.</summary>
    public TimeSpan? Accuracy => _info.AccuracyInMicroseconds is { } microseconds ? TimeSpan.FromMicroseconds(microseconds) : null;

    /// <summary>The authority's number of it, in hex.</summary>
    public string Serial { get; }

    /// <summary>Object identifier of the policy it was made under.</summary>
    public string Policy => _info.PolicyId.Value!;

    /// <summary>Hash of what was stamped.</summary>
    public ReadOnlyMemory<byte> Imprint => _info.GetMessageHash();

    /// <summary>Subject of the certificate that signed it.</summary>
    public string Signer { get; }

    /// <summary>When that certificate expires; from then on the stamp needs a newer one over it (<see cref="ReStampList"/>).</summary>
    public DateTimeOffset SignerNotAfter { get; }

    /// <summary>Reads a token.</summary>
    /// <param name="token">DER, nothing after it.</param>
    /// <exception cref="FormatException">It is none, is too long, or does not hold its signer's certificate.</exception>
    public static TimeStamp Parse(ReadOnlyMemory<byte> token)
    {
        if (token.Length is 0 or > MaxTokenBytes)
        {
            throw new FormatException($"A stamp has at most {MaxTokenBytes} bytes.");
        }

        var copy = token.ToArray();
        var cms = new SignedCms();
        try
        {
            // What CMS leaves unread behind itself would be part of the token's hash and of nothing else.
            AsnDecoder.ReadSequence(copy, AsnEncodingRules.BER, out _, out _, out var length);
            cms.Decode(copy);
            return length == copy.Length
                && cms.ContentInfo.ContentType.Value == TokenInfoType
                && Rfc3161TimestampTokenInfo.TryDecode(cms.ContentInfo.Content, out var info, out var consumed)
                && consumed == cms.ContentInfo.Content.Length
                ? new TimeStamp(cms, info, copy)
                : throw new FormatException("These bytes are no time-stamp token.");
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            throw new FormatException("These bytes are no time-stamp token.");
        }
    }

    /// <summary>Verifies the stamp as of the time it names: whether its certificate has expired since is for the caller, who may hold a newer stamp over this one.</summary>
    /// <param name="data">The bytes that are said to have been stamped.</param>
    /// <param name="roots">Who is believed.</param>
    /// <remarks>Revocation is not looked at, for that needs the network; a root whose authority lost its key must be taken out of the list.</remarks>
    public TimeStampVerdict Verify(ReadOnlySpan<byte> data, TsaRoots roots)
    {
        try
        {
            return Judge(data, roots);
        }
        catch (CryptographicException)
        {
            // The framework reads certificates bit by bit, when it is asked.
            return new TimeStampVerdict(TimeStampFault.BadSignature, "A certificate or the signature in the stamp cannot be read.");
        }
    }

    private TimeStampVerdict Judge(ReadOnlySpan<byte> data, TsaRoots roots)
    {
        if (!Digests.TryGetValue(_info.HashAlgorithmId.Value ?? string.Empty, out var digest) || !Digests.ContainsKey(_signer.DigestAlgorithm.Value ?? string.Empty))
        {
            return new TimeStampVerdict(TimeStampFault.WeakHash, "Only SHA-256, SHA-384 and SHA-512 are taken.");
        }

        if (!CryptographicOperations.HashData(digest, data).AsSpan().SequenceEqual(Imprint.Span))
        {
            return new TimeStampVerdict(TimeStampFault.OtherData, "The stamp was made over other bytes.");
        }

        if (!MayStamp(_certificate))
        {
            return new TimeStampVerdict(TimeStampFault.WrongPurpose, $"{Signer}: extended key usage is not critical, or not time-stamping alone.");
        }

        if (!IsSigned(data))
        {
            return new TimeStampVerdict(TimeStampFault.BadSignature, "The signature does not hold, or its certificate was not valid at the time or is not the one the stamp names.");
        }

        return roots.WhyNot(_certificate, _cms.Certificates, GenTime) is { } why
            ? new TimeStampVerdict(TimeStampFault.Untrusted, $"{Signer} led to no trusted root at that time: {why}.")
            : default;
    }

    /// <summary>Signature, signing-certificate attribute, and validity of the certificate at the time: the framework's business.</summary>
    private bool IsSigned(ReadOnlySpan<byte> data) =>
        Rfc3161TimestampToken.TryDecode(Token, out var token, out _)
        && token.VerifySignatureForData(data, out var signer, _cms.Certificates)
        && signer.RawDataMemory.Span.SequenceEqual(_certificate.RawDataMemory.Span);

    private static bool MayStamp(X509Certificate2 certificate)
    {
        var usages = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().ToList();
        return usages is [{ Critical: true } usage] && usage.EnhancedKeyUsages is { Count: 1 } purposes && purposes[0].Value == TimeStampingPurpose;
    }
}
