using System.Text;
using Kps.Mernis.Services;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Mernis.Tests.Services.Wsdl;

/// <summary>WSDLs as an operator could get them from NVİ.</summary>
internal static class WsdlTexts
{
    /// <summary>AksOkuTumIleBagliIlceServis as the agreed names would have it, in the style of NVİ's own: one file, two schemas, prefixes declared on the element.</summary>
    public const string Ilce = """
        <?xml version="1.0" encoding="utf-8"?>
        <wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:tns="http://kps.nvi.gov.tr/2011/01/01" xmlns:xsd="http://www.w3.org/2001/XMLSchema"
            xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:wsaw="http://www.w3.org/2006/05/addressing/wsdl" name="AksOkuTumIleBagliIlceServis"
            targetNamespace="http://kps.nvi.gov.tr/2011/01/01">
          <wsdl:types>
            <xsd:schema elementFormDefault="qualified" targetNamespace="http://kps.nvi.gov.tr/2011/01/01">
              <xsd:element name="Sorgula"><xsd:complexType><xsd:sequence>
                <xsd:element minOccurs="0" name="kriterListesi" nillable="true" type="tns:ArrayOfIleBagliIlceSorguKriteri" />
              </xsd:sequence></xsd:complexType></xsd:element>
              <xsd:complexType name="ArrayOfIleBagliIlceSorguKriteri"><xsd:sequence>
                <xsd:element minOccurs="0" maxOccurs="unbounded" name="IleBagliIlceSorguKriteri" nillable="true" type="tns:IleBagliIlceSorguKriteri" />
              </xsd:sequence></xsd:complexType>
              <xsd:complexType name="IleBagliIlceSorguKriteri"><xsd:sequence>
                <xsd:element minOccurs="0" name="IlKod" nillable="true" type="xsd:int" />
              </xsd:sequence></xsd:complexType>
              <xsd:element name="SorgulaResponse"><xsd:complexType><xsd:sequence>
                <xsd:element minOccurs="0" name="SorgulaResult" nillable="true" type="tns:IlceSonucu" />
              </xsd:sequence></xsd:complexType></xsd:element>
              <xsd:complexType name="IlceSonucu"><xsd:sequence>
                <xsd:element xmlns:q1="urn:ortak" minOccurs="0" name="HataBilgisi" nillable="true" type="q1:Parametre" />
                <xsd:element minOccurs="0" name="SorguSonucu" nillable="true" type="tns:ArrayOfIlce" />
              </xsd:sequence></xsd:complexType>
              <xsd:complexType name="ArrayOfIlce"><xsd:sequence>
                <xsd:element minOccurs="0" maxOccurs="unbounded" name="Ilce" nillable="true" type="tns:Ilce" />
              </xsd:sequence></xsd:complexType>
              <xsd:complexType name="Ilce"><xsd:sequence>
                <xsd:element minOccurs="0" name="Ad" nillable="true" type="xsd:string" />
                <xsd:element xmlns:q2="urn:ortak" minOccurs="0" name="HataBilgisi" nillable="true" type="q2:Parametre" />
                <xsd:element minOccurs="0" name="IlKod" nillable="true" type="xsd:int" />
                <xsd:element minOccurs="0" name="Kod" nillable="true" type="xsd:int" />
              </xsd:sequence></xsd:complexType>
            </xsd:schema>
            <xs:schema xmlns:tns="urn:ortak" elementFormDefault="qualified" targetNamespace="urn:ortak" xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:complexType name="Parametre"><xs:sequence>
                <xs:element minOccurs="0" name="Aciklama" nillable="true" type="xs:string" />
                <xs:element minOccurs="0" name="Kod" nillable="true" type="xs:int" />
              </xs:sequence></xs:complexType>
            </xs:schema>
          </wsdl:types>
          <wsdl:message name="In"><wsdl:part name="parameters" element="tns:Sorgula" /></wsdl:message>
          <wsdl:message name="Out"><wsdl:part name="parameters" element="tns:SorgulaResponse" /></wsdl:message>
          <wsdl:portType name="Port"><wsdl:operation name="Sorgula">
            <wsdl:input wsaw:Action="http://kps.nvi.gov.tr/2011/01/01/AksOkuTumIleBagliIlceServis/Sorgula" message="tns:In" />
            <wsdl:output message="tns:Out" />
          </wsdl:operation></wsdl:portType>
          <wsdl:binding name="Binding" type="tns:Port">
            <soap12:binding transport="http://schemas.xmlsoap.org/soap/http" />
            <wsdl:operation name="Sorgula">
              <soap12:operation soapAction="http://kps.nvi.gov.tr/2011/01/01/AksOkuTumIleBagliIlceServis/Sorgula" style="document" />
              <wsdl:input><soap12:body use="literal" /></wsdl:input>
              <wsdl:output><soap12:body use="literal" /></wsdl:output>
            </wsdl:operation>
          </wsdl:binding>
        </wsdl:definitions>
        """;

    /// <summary>
    /// NufusIstatistikServis in other namespaces and another style: each level of the request in a namespace of its own, imports between the schemas of the file,
    /// an extension, references, an xs:all, an anonymous type, a restricted integer, and more members than are read or written.
    /// </summary>
    public const string Istatistik = """
        <w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:o="urn:op&amp;1" xmlns:k="urn:kriter" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap12/" targetNamespace="urn:op&amp;1">
          <w:types>
            <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:op&amp;1" elementFormDefault="qualified">
              <import namespace="urn:kriter" schemaLocation="http://127.0.0.1:9/asla.xsd" />
              <element name="Sorgula" type="o:Istek" />
              <complexType name="Istek"><all>
                <element name="aciklama" type="string" minOccurs="0" />
                <element name="kriterListesi"><complexType><sequence><element ref="k:IstatistikSorguKriteri" maxOccurs="10" /></sequence></complexType></element>
              </all></complexType>
              <element name="SorgulaResponse"><complexType><sequence><element name="SorgulaResult"><complexType><all>
                <element name="SorguSonucu"><complexType><choice><element name="Istatistik" type="k:Istatistik" maxOccurs="unbounded" /></choice></complexType></element>
                <element name="HataBilgisi" type="k:Parametre" minOccurs="0" />
              </all></complexType></element></sequence></complexType></element>
            </schema>
            <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:kriter">
              <import namespace="urn:op&amp;1" />
              <element name="IstatistikSorguKriteri" type="k:Kriter" />
              <complexType name="Taban"><sequence>
                <element name="BaslangicTarih" type="dateTime" form="unqualified" />
                <element name="BitisTarih" type="dateTime" />
              </sequence></complexType>
              <complexType name="Kriter"><complexContent><extension base="k:Taban"><sequence>
                <element name="IlKod" type="k:Kod" />
                <sequence minOccurs="0"><element name="IlceKod" type="int" /></sequence>
                <element name="OlayTip" type="int" />
                <element name="Yeni" type="string" minOccurs="0" />
              </sequence></extension></complexContent></complexType>
              <simpleType name="Kod"><restriction base="k:Sayi"><maxInclusive value="81" /></restriction></simpleType>
              <simpleType name="Sayi"><restriction base="int" /></simpleType>
              <complexType name="Istatistik"><sequence>
                <element name="Yeni" type="string" minOccurs="0" />
                <element name="HataBilgisi" type="k:Parametre" minOccurs="0" />
                <element name="Adet" type="int" />
              </sequence></complexType>
              <complexType name="Parametre"><sequence><element name="Aciklama" type="string" /><element name="Kod" type="int" /></sequence></complexType>
            </schema>
          </w:types>
          <w:message name="In"><w:part name="p" element="o:Sorgula" /></w:message>
          <w:message name="Out"><w:part name="p" element="o:SorgulaResponse" /></w:message>
          <w:portType name="Baska"><w:operation name="Listele"><w:input message="o:In" /><w:output message="o:Out" /></w:operation></w:portType>
          <w:portType name="Port"><w:operation name="Sorgula"><w:input message="o:In" /><w:output message="o:Out" /></w:operation></w:portType>
          <w:binding name="B" type="o:Port"><s:binding style="document" transport="http://schemas.xmlsoap.org/soap/http" />
            <w:operation name="Sorgula"><s:operation soapAction="urn:eylem?a=1&amp;b=2" /><w:input><s:body use="literal" /></w:input><w:output><s:body use="literal" /></w:output></w:operation>
          </w:binding>
        </w:definitions>
        """;

    /// <summary>A WSDL that has exactly what is written and read for a service, in a version nobody has seen.</summary>
    public static string Of(SorgulaContract contract, string version)
    {
        var ns = $"http://kps.nvi.gov.tr/{version}";
        var types = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var item = Declare(types, contract.ItemType);
        var request = contract.Criterion is null ? string.Empty
            : $"<e name=\"kriterListesi\"><ct><seq><e name=\"{contract.Criterion}\" maxOccurs=\"unbounded\"><ct><seq>"
                + string.Concat(contract.Members.Select(member => $"<e name=\"{member.Name}\" type=\"xs:{member.Type}\" minOccurs=\"0\"/>")) + "</seq></ct></e></seq></ct></e>";
        Declare(types, typeof(Parametre));
        var schema = $"<e name=\"Sorgula\"><ct><seq>{request}</seq></ct></e><e name=\"SorgulaResponse\"><ct><seq><e name=\"SorgulaResult\"><ct><seq><e name=\"HataBilgisi\" type=\"t:Parametre\"/>"
            + $"<e name=\"SorguSonucu\"><ct><seq><e name=\"{contract.Item}\" type=\"{item}\" maxOccurs=\"unbounded\"/></seq></ct></e></seq></ct></e></seq></ct></e>{string.Concat(types.Values)}";
        var body = new StringBuilder(schema).Replace("<e ", "<xs:element ").Replace("</e>", "</xs:element>").Replace("<ct", "<xs:complexType").Replace("</ct>", "</xs:complexType>")
            .Replace("<seq>", "<xs:sequence>").Replace("</seq>", "</xs:sequence>");
        return $"""
            <w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:t="{ns}" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <w:types><xs:schema targetNamespace="{ns}" elementFormDefault="qualified">{body}</xs:schema></w:types>
              <w:message name="In"><w:part name="p" element="t:Sorgula"/></w:message><w:message name="Out"><w:part name="p" element="t:SorgulaResponse"/></w:message>
              <w:portType name="P"><w:operation name="Sorgula"><w:input message="t:In"/><w:output message="t:Out"/></w:operation></w:portType>
              <w:binding name="B" type="t:P"><w:operation name="Sorgula"><s:operation soapAction="{ns}/{contract.Service}/Sorgula"/></w:operation></w:binding>
            </w:definitions>
            """;
    }

    private static string Declare(SortedDictionary<string, string> types, Type type)
    {
        if (!types.ContainsKey(type.Name))
        {
            types[type.Name] = string.Empty;
            var members = type.GetProperties().Select(member =>
            {
                var plain = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
                return plain.IsGenericType
                    ? $"<e name=\"{member.Name}\"><ct><seq><e name=\"{plain.GetGenericArguments()[0].Name}\" maxOccurs=\"unbounded\" type=\"{TypeName(types, plain.GetGenericArguments()[0])}\"/></seq></ct></e>"
                    : $"<e name=\"{member.Name}\" minOccurs=\"0\" type=\"{TypeName(types, plain)}\"/>";
            }).ToList();
            types[type.Name] = $"<ct name=\"{type.Name}\"><seq>{string.Concat(members)}</seq></ct>";
        }

        return $"t:{type.Name}";
    }

    private static string TypeName(SortedDictionary<string, string> types, Type type) =>
        type == typeof(string) || type.IsEnum ? "xs:string"
        : type == typeof(int) ? "xs:int"
        : type == typeof(long) ? "xs:long"
        : type == typeof(bool) ? "xs:boolean"
        : type == typeof(DateTime) ? "xs:dateTime"
        : Declare(types, type);
}
