namespace Kps.Contracts.Tests.Wsdl;

/// <summary>Hospital software was generated from this document and will not be again: it is never changed, not even by an addition.</summary>
internal sealed class FrozenWsdlTests
{
    [Test]
    public void ContractHospitalsCall_IsByteForByteTheFrozenOne() =>
        Assert.That(AsText(GatewayWsdl.Kps.Bytes), Is.EqualTo(AsText(EmbeddedFile.Read("golden/KpsServisleri.wsdl"))));

    private static string AsText(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
