// Asks for one person: java.net.http, SOAP 1.2, WS-Security UsernameToken. JDK 17: java Sorgu.java
// Environment: KPS_URL, KPS_CA, KPS_KULLANICI, KPS_SIFRE, KPS_KIMLIK_NO.
// Exit code: 0 person found, 1 HataBilgisi or an exception, 2 SOAP fault.
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

public class Sorgu {
    static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
    static final String KPS = "https://www.saglik.gov.tr/KPS/01/01/2017";
    static final String GECIT = "urn:kps:gecit:2026-01";

    public static void main(String[] args) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8); // before JDK 18 the machine's own charset loses Turkish letters
        var envelope = """
            <s:Envelope xmlns:s="%s"><s:Header>
              <o:Security xmlns:o="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"><o:UsernameToken>
                <o:Username>%s</o:Username><o:Password>%s</o:Password>
              </o:UsernameToken></o:Security></s:Header>
              <s:Body><BilesikKisiSorgula xmlns="%s"><kimlikNo>%s</kimlikNo></BilesikKisiSorgula></s:Body></s:Envelope>
            """.formatted(SOAP, xml(setting("KPS_KULLANICI")), xml(setting("KPS_SIFRE")), KPS, xml(setting("KPS_KIMLIK_NO")));

        // One client for the life of the program: it keeps the connection.
        var http = HttpClient.newBuilder().sslContext(trusting(setting("KPS_CA"))).connectTimeout(Duration.ofSeconds(10)).build();
        var request = HttpRequest.newBuilder(URI.create(setting("KPS_URL")))
            .header("Content-Type", "application/soap+xml; charset=utf-8")
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofString(envelope, StandardCharsets.UTF_8))
            .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());

        // A SOAP fault comes with HTTP 500: read the body before looking at the status.
        var answer = parse(response.body());
        out.println("IslemNo " + text(answer, GECIT, "IslemNo"));
        var fault = first(answer, SOAP, "Fault");
        if (fault != null) {
            new PrintStream(System.err, true, StandardCharsets.UTF_8).println("Fault " + text(fault, GECIT, "Kod") + ": " + text(fault, SOAP, "Text"));
            System.exit(2);
        }

        var temel = first(answer, KPS, "TemelBilgisi"); // in whichever register has the person; the others are nil
        if (temel == null) {
            out.println("HataBilgisi " + text(answer, KPS, "Kod") + ": " + text(answer, KPS, "Aciklama"));
            System.exit(1);
        }
        out.println(text(temel, KPS, "Ad") + " " + text(temel, KPS, "Soyad"));
    }

    static String setting(String name) {
        var value = System.getenv(name);
        if (value == null) throw new IllegalStateException(name + " is not set");
        return value;
    }

    static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    // Only for a CA the machine does not trust already.
    static SSLContext trusting(String caFile) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var pem = Files.newInputStream(Path.of(caFile))) {
            store.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    static Element parse(byte[] body) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(body)).getDocumentElement();
    }

    static Element first(Element parent, String namespace, String name) {
        Node found = parent.getElementsByTagNameNS(namespace, name).item(0);
        return (Element) found;
    }

    static String text(Element parent, String namespace, String name) {
        var found = first(parent, namespace, name);
        return found == null ? "" : found.getTextContent();
    }
}
