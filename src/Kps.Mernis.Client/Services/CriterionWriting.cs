using System.Globalization;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Services;

/// <summary>Writes members of a criterion; a null one is left out (minOccurs=0 in every WSDL).</summary>
internal static class CriterionWriting
{
    public static void WriteMember(this RequestBuffer message, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            Start(message, name);
            message.WriteText(value);
            End(message, name);
        }
    }

    public static void WriteMember(this RequestBuffer message, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
        {
            Start(message, name);
            message.WriteNumber(number);
            End(message, name);
        }
    }

    public static void WriteMember(this RequestBuffer message, ReadOnlySpan<byte> name, DateOnly value)
    {
        Start(message, name);
        message.WriteText(value.ToString("yyyy-MM-dd'T00:00:00'", CultureInfo.InvariantCulture));
        End(message, name);
    }

    private static void Start(RequestBuffer message, ReadOnlySpan<byte> name)
    {
        message.Write("<"u8);
        message.Write(name);
        message.Write(">"u8);
    }

    private static void End(RequestBuffer message, ReadOnlySpan<byte> name)
    {
        message.Write("</"u8);
        message.Write(name);
        message.Write(">"u8);
    }
}
