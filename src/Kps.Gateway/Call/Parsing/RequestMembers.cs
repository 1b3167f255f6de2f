using System.Globalization;
using System.Xml;

namespace Kps.Gateway.Call.Parsing;

/// <summary>
/// The members of one request element, in any order and each at most once. What is unknown, repeated, in another namespace or of another type is a fault
/// that names it: a silently dropped member is a query about the wrong person.
/// </summary>
internal readonly struct RequestMembers
{
    private const char ReplacementCharacter = '\uFFFD';

    private readonly BodyElement _element;

    private RequestMembers(BodyElement element) => _element = element;

    /// <summary>Looks through an element.</summary>
    /// <param name="element">The request element, or an object inside it.</param>
    /// <param name="shapes">Every member it may have.</param>
    /// <exception cref="ParseFaultException">It does not keep to them.</exception>
    public static RequestMembers Of(BodyElement element, params ReadOnlySpan<MemberShape> shapes)
    {
        var seen = 0;
        foreach (var member in element.Children)
        {
            var index = IndexOf(shapes, member.Name);
            if (index < 0 || member.Namespace != element.Namespace)
            {
                throw Fault(FaultCode.UnknownMember, member.Name);
            }

            if ((seen & (1 << index)) != 0)
            {
                throw Fault(FaultCode.RepeatedMember, member.Name);
            }

            seen |= 1 << index;
            CheckMember(member, shapes[index]);
        }

        if (element.Text.AsSpan().Trim().Length > 0)
        {
            throw Fault(FaultCode.UnknownMember, element.Name);
        }

        for (var index = 0; index < shapes.Length; index++)
        {
            if (shapes[index].IsRequired && (seen & (1 << index)) == 0)
            {
                throw Fault(FaultCode.MissingMember, shapes[index].Name);
            }
        }

        return new RequestMembers(element);
    }

    /// <summary>An object; null when absent or nil.</summary>
    public BodyElement? Object(string name) => Find(name) is { IsNil: false } member ? member : null;

    /// <summary>A text without blanks around it; null when absent, nil or empty.</summary>
    /// <exception cref="ParseFaultException">It holds U+FFFD: letters were lost on the way, and the query would be about another name.</exception>
    public string? Text(string name)
    {
        if (Find(name) is not { IsNil: false } member || member.Text.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        return text.Contains(ReplacementCharacter, StringComparison.Ordinal) ? throw Fault(FaultCode.BrokenCharacters, name) : text;
    }

    /// <summary>A text the shape demands.</summary>
    public string RequiredText(string name) => Text(name) ?? throw Fault(FaultCode.MissingMember, name);

    /// <summary>xs:long.</summary>
    public long? Int64(string name) =>
        Text(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw Fault(FaultCode.InvalidMember, name);

    /// <summary>xs:long the shape demands.</summary>
    public long RequiredInt64(string name) => Int64(name) ?? throw Fault(FaultCode.MissingMember, name);

    /// <summary>xs:int.</summary>
    public int? Int32(string name) =>
        Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw Fault(FaultCode.InvalidMember, name);

    /// <summary>xs:int the shape demands.</summary>
    public int RequiredInt32(string name) => Int32(name) ?? throw Fault(FaultCode.MissingMember, name);

    /// <summary>xs:boolean.</summary>
    public bool? Boolean(string name) => Text(name) switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw Fault(FaultCode.InvalidMember, name),
    };

    /// <summary>xs:dateTime or xs:date as the day that was written, whatever zone stands behind it: a birth date has none.</summary>
    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        try
        {
            return DateOnly.FromDateTime(XmlConvert.ToDateTimeOffset(text).DateTime);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw Fault(FaultCode.InvalidMember, name);
        }
    }

    /// <summary>A value of an enumeration by its name, as toolkits write it.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    public T? Enum<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return System.Enum.TryParse<T>(text, ignoreCase: false, out var value) && System.Enum.GetName(value) == text
            ? value
            : throw Fault(FaultCode.InvalidMember, name);
    }

    /// <summary>A value the shape demands, of an enumeration of ours whose default means that nothing was said: that one is no value of the contract.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    public T RequiredEnum<T>(string name)
        where T : struct, Enum =>
        Enum<T>(name) is not { } value ? throw Fault(FaultCode.MissingMember, name)
        : EqualityComparer<T>.Default.Equals(value, default) ? throw Fault(FaultCode.InvalidMember, name)
        : value;

    /// <summary>xs:boolean the shape demands.</summary>
    public bool RequiredBoolean(string name) => Boolean(name) ?? throw Fault(FaultCode.MissingMember, name);

    /// <summary>xs:dateTime or xs:date the shape demands.</summary>
    public DateOnly RequiredDay(string name) => Day(name) ?? throw Fault(FaultCode.MissingMember, name);

    private static void CheckMember(BodyElement member, in MemberShape shape)
    {
        if (shape.IsObject)
        {
            if (shape.IsRequired && member.IsNil)
            {
                throw Fault(FaultCode.MissingMember, member.Name);
            }

            return;
        }

        if (member.Children.Count > 0)
        {
            throw Fault(FaultCode.UnknownMember, member.Children[0].Name);
        }

        if (shape.IsRequired && (member.IsNil || member.Text.AsSpan().Trim().Length == 0))
        {
            throw Fault(FaultCode.MissingMember, member.Name);
        }
    }

    private static int IndexOf(ReadOnlySpan<MemberShape> shapes, string name)
    {
        for (var index = 0; index < shapes.Length; index++)
        {
            if (shapes[index].Name == name)
            {
                return index;
            }
        }

        return -1;
    }

    private static ParseFaultException Fault(FaultCode code, string name) => new(new CallFault(code, name));

    private BodyElement? Find(string name)
    {
        foreach (var member in _element.Children)
        {
            if (member.Name == name)
            {
                return member;
            }
        }

        return null;
    }
}
