namespace Kps.Contracts.Fields;

/// <summary>Types as the WSDL names them, for lists of fields.</summary>
internal static class ContractTypeName
{
    /// <summary>The name of one value's type.</summary>
    public static string Of(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => "string",
        var number when number == typeof(int) => "int",
        var number when number == typeof(long) => "long",
        var flag when flag == typeof(bool) => "boolean",
        var time when time == typeof(DateTime) => "dateTime",
        var bytes when bytes == typeof(byte[]) => "base64Binary",
        var other => other.Name,
    };
}
