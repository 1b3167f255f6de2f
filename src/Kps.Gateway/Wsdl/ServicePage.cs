using System.Globalization;
using System.Net;
using System.Text;
using Kps.Contracts;
using Kps.Gateway.Call.Queries;

namespace Kps.Gateway.Wsdl;

/// <summary>What a browser shows at a service address: what the door is for, where its contract is, and in TEST mode that nothing here is real.</summary>
internal static class ServicePage
{
    private const string Head =
        """
        <!DOCTYPE html>
        <html lang="tr"><head><meta charset="utf-8"><title>KPS {0}</title>
        <style>body{{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}}code{{background:#eee;padding:.1em .3em}}.test{{background:#b00020;color:#fff;padding:.3em .6em}}.test b{{font-size:4rem;line-height:1.1;display:block}}</style></head>
        <body>{1}<h1>Kimlik Paylaşım Sistemi – {0}</h1>

        """;

    private const string TestBanner = """<p class="test"><b>TEST</b>Bu bir deneme ortamıdır: kişiler uydurmadır, yanıtlar hiçbir işleme dayanak olamaz. Gerçek kişi sorgulanmaz.</p>""";

    private const string NotServed = " – kapalı: NVİ'nin bu sorguya ait hizmet sözleşmesi bu geçide tanımlanmadı; işletmen tanımlayınca açılır";

    private static readonly CompositeFormat HeadFormat = CompositeFormat.Parse(Head);

    /// <summary>Writes the page of a door.</summary>
    /// <param name="service">Whose page.</param>
    /// <param name="origin">Scheme, host and port callers reach; escaped here.</param>
    /// <param name="isTest">Whether the gateway is in TEST mode.</param>
    /// <param name="queries">What can be answered here.</param>
    /// <returns>HTML in UTF-8.</returns>
    public static byte[] Write(WsdlService service, string origin, bool isTest, QueryTable queries)
    {
        var router = WebUtility.HtmlEncode(origin + GatewayHost.RouterPath);
        var ek = WebUtility.HtmlEncode(origin + GatewayHost.EkPath);
        var sts = WebUtility.HtmlEncode(origin + GatewayHost.StsPath);
        var title = service switch
        {
            WsdlService.Router => "sorgu servisi",
            WsdlService.Ek => "ek sorgu servisi",
            _ => "jeton servisi",
        };
        var html = new StringBuilder();
        html.AppendFormat(CultureInfo.InvariantCulture, HeadFormat, title, isTest ? TestBanner : string.Empty);
        switch (service)
        {
            case WsdlService.Router:
                WriteQueries(html, KpsService.Kps, router, sts, queries);
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"""
                    <p>2017 nesline kayıtlı uygulamalar için: <a href="{router}?singleWsdl=2017"><code>{router}?singleWsdl=2017</code></a></p>
                    <p>Ek sorgular (kayıt yeri, cüzdan, nüfus olayı, adres kodları, kişisel veri döndürmeyen doğrulama): <a href="{ek}"><code>{ek}</code></a></p>

                    """);
                break;
            case WsdlService.Ek:
                WriteQueries(html, KpsService.Ek, ek, sts, queries);
                html.Append(CultureInfo.InvariantCulture, $"<p>Sorgu servisi: <a href=\"{router}\"><code>{router}</code></a></p>\n");
                break;
            default:
                WriteSts(html, router, sts);
                break;
        }

        html.Append("<p>Adresinizin tanımlı olup olmadığını görmek için bir çağrı gönderin: hata iletisi görülen adresi yazar.</p></body></html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void WriteQueries(StringBuilder html, KpsService service, string address, string sts, QueryTable queries)
    {
        html.Append(
            CultureInfo.InvariantCulture,
            $"""
            <p>Bu adres SOAP 1.1 ve SOAP 1.2 iletilerini POST ile kabul eder. Her çağrı, kullanıcının kendi web servis şifresiyle ya da bu şifreyle alınmış jetonla ve kuruma tanımlı bir IP adresinden yapılır; her sorgu ve sonucu 8 yıl saklanır.</p>
            {Contracts(address)}
            <p>Jeton servisi: <a href="{sts}"><code>{sts}</code></a></p>
            <h2>Sorgular</h2><ul>
            """);
        foreach (var operation in OperationCatalog.AllOf(service))
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><code>{operation.Name}</code>{(queries.Find(operation.Operation) is null ? NotServed : string.Empty)}</li>");
        }

        html.Append("</ul>");
    }

    private static void WriteSts(StringBuilder html, string router, string sts) =>
        html.Append(
            CultureInfo.InvariantCulture,
            $"""
            <p>Bu adres WS-Trust 1.3 jeton isteklerini (<code>RequestSecurityToken</code>, Issue) POST ile kabul eder ve sorgu servisinde kullanılacak imzalı SAML 1.1 jetonunu (Bearer) verir. İstek, kullanıcının kendi web servis şifresiyle ve kuruma tanımlı bir IP adresinden yapılır; verilen her jeton kayıt altına alınır.</p>
            {Contracts(sts)}
            <p>Sorgu servisi (AppliesTo): <a href="{router}"><code>{router}</code></a></p>
            <p>Action: <code>{OperationCatalog.Issue.Action}</code></p>

            """);

    private static string Contracts(string address) =>
        $"""
        <p>WSDL (tek belge): <a href="{address}?singleWsdl"><code>{address}?singleWsdl</code></a></p>
        <p>WS-SecurityPolicy ile (güvenliği WSDL’den kuran üreteçler için): <a href="{address}?wsdl=policy"><code>{address}?wsdl=policy</code></a></p>
        """;
}
