namespace Kps.Audit;

/// <summary>Criteria or a result on their way into the seal (AES-256-GCM under the month's key).</summary>
/// <param name="Plain">The clear bytes, at most 1 MiB; read before the call returns its task, never kept.</param>
/// <param name="Codec">What the bytes are: 1 = UTF-8 text or JSON, 2 = MC-NBFX with dictionary version 1. Its meaning is the gateway's; it is never reused.</param>
public readonly record struct SealedText(ReadOnlyMemory<byte> Plain, byte Codec)
{
    /// <summary>Largest <see cref="Plain"/> the log takes: the limit on an upstream answer.</summary>
    public const int MaxPlainBytes = 1 << 20;

    /// <summary>Codec of UTF-8 text or JSON.</summary>
    public const byte Utf8 = 1;

    /// <summary>Codec of MC-NBFX binary XML with dictionary version 1.</summary>
    public const byte BinaryXml = 2;

    internal static void ThrowIfTooLong(SealedText? text)
    {
        if (text is { Plain.Length: > MaxPlainBytes })
        {
            throw new ArgumentException($"The text to seal has {text.Value.Plain.Length} bytes; the limit is {MaxPlainBytes}.", nameof(text));
        }
    }

    /// <summary>Says size and codec only: the content is personal data.</summary>
    public override string ToString() => $"SealedText(codec {Codec}, {Plain.Length} bytes)";
}
