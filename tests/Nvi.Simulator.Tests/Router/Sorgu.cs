using System.Globalization;
using System.Security;
using System.Xml;
using System.Xml.Linq;
using Nvi.Simulator.Router;
using Nvi.Simulator.Soap;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Router;

/// <summary>Bodies of queries, and what a service answers to one without HTTP and security.</summary>
internal static class Sorgu
{
    /// <summary>The body that asks a service for criteria with these members, in the order of the schema.</summary>
    public static string Body(RouterService service, params (string Name, object? Value)[][] criteria)
    {
        if (service.Form is not { } form)
            return $"<Sorgula xmlns=\"{service.Namespace}\"/>";
        var texts = criteria.Select(members => $"<{form.Name}>"
            + string.Concat(members.OrderBy(member => member.Name, StringComparer.Ordinal).Select(Member))
            + $"</{form.Name}>");
        return $"<Sorgula xmlns=\"{service.Namespace}\"><kriterListesi>{string.Concat(texts)}</kriterListesi></Sorgula>";
    }

    /// <summary>SorgulaResponse for one criterion.</summary>
    public static XElement Ask(RouterService service, params (string Name, object? Value)[] members) => Answer(service, Body(service, members));

    /// <summary>SorgulaResponse for a body.</summary>
    public static XElement Answer(RouterService service, string body)
    {
        var request = new XmlDocument();
        request.LoadXml(body);
        Assert.That(service.TryRead(request.DocumentElement, out var criteria), Is.True, body);
        var document = new XDocument();
        using (var writer = document.CreateWriter())
            service.Write(writer, criteria);
        return document.Root!;
    }

    /// <summary>The items of a SorgulaResponse.</summary>
    public static IReadOnlyList<XElement> Items(this XElement response) => [.. response.At("SorgulaResult", "SorguSonucu").Elements()];

    /// <summary>The code of an element's HataBilgisi, null when it is nil.</summary>
    public static int? Hata(this XElement element) => element.At("HataBilgisi") is var hata && hata.IsNil() ? null : (int)hata.At("Kod");

    private static string Member((string Name, object? Value) member) => member.Value is null
        ? $"<{member.Name} i:nil=\"true\" xmlns:i=\"{Ns.Instance}\"/>"
        : $"<{member.Name}>{SecurityElement.Escape(Text(member.Value))}</{member.Name}>";

    private static string Text(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd'T00:00:00'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
