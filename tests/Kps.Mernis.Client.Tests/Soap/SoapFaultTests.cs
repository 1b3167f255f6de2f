using Kps.Mernis.Tests.Fakes;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Tests.Soap;

public sealed class SoapFaultTests
{
    [TestCase("FailedAuthentication", true)]
    [TestCase("InvalidSecurity", true)]
    [TestCase("InvalidSecurityToken", true)]
    [TestCase("MessageExpired", true)]
    [TestCase("InternalServiceFault", false)]
    [TestCase("invalidsecurity", false)]
    public void Fault12_TellsTokenRefusalsByTheirSubcode(string subcode, bool refuses)
    {
        var fault = SoapFault.TryRead(Answers.Bytes(Answers.Fault(subcode)));
        Assert.That(fault, Is.EqualTo(new SoapFault(subcode, refuses)));
    }

    [Test]
    public void Fault11_IsReadByItsCode()
    {
        var fault = SoapFault.TryRead(Answers.Bytes(
            "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><e:Fault><faultcode xmlns:w='urn:w'>w:FailedAuthentication</faultcode>"
            + "<faultstring>metin</faultstring></e:Fault></e:Body></e:Envelope>"));
        Assert.That(fault, Is.EqualTo(new SoapFault("FailedAuthentication", true)));
    }

    [Test]
    public void NestedSubcodes_AreAllLookedAt()
    {
        var fault = SoapFault.TryRead(Answers.Bytes(
            "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Header/><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode>"
            + "<s:Value>a:InvalidSecurity</s:Value><s:Subcode><s:Value>b:Ayrinti</s:Value></s:Subcode></s:Subcode></s:Code></s:Fault></s:Body></s:Envelope>"));
        Assert.That(fault, Is.EqualTo(new SoapFault("Ayrinti", true)));
    }

    [Test]
    public void Code_ThatIsNoNameNeverReachesALogLine()
    {
        var fault = SoapFault.TryRead(Answers.Bytes(Answers.Fault("bir metin 123")));
        Assert.That(fault, Is.EqualTo(new SoapFault("?", false)));
    }

    [TestCase("")]
    [TestCase("<html><body>Forbidden</body></html>")]
    [TestCase("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><x/></s:Body></s:Envelope>")]
    [TestCase("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><s:Fault/></s:Body></s:Envelope>")]
    [TestCase("<!DOCTYPE x><Envelope><Body><Fault><Code><Value>a</Value></Code></Fault></Body></Envelope>")]
    public void AnythingElse_IsNoFault(string body) => Assert.That(SoapFault.TryRead(Answers.Bytes(body)), Is.Null);
}
