using Kps.Gateway.Call;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Identifying;

/// <summary>Calls.Now is 2026-03-14T09:30:00Z.</summary>
internal sealed class MessageTimestampTests
{
    [TestCase("2026-03-14T09:29:00.1234567Z", "2026-03-14T09:35:00.1234567Z", TestName = "WCF form: a minute back, seven digits")]
    [TestCase("2026-03-14T09:30:00.000Z", "2026-03-14T09:35:00.000Z", TestName = "Node form: milliseconds")]
    [TestCase("2026-03-14T09:30:00Z", "2026-03-14T09:35:00Z", TestName = "No fraction")]
    [TestCase("2026-03-14T12:30:00+03:00", "2026-03-14T12:35:00+03:00", TestName = "With an offset")]
    [TestCase("2026-03-14T09:30:00", "2026-03-14T09:35:00", TestName = "Without a zone it is UTC")]
    [TestCase("2026-03-14T09:35:00Z", "2026-03-14T09:40:00Z", TestName = "Five minutes ahead")]
    [TestCase("2026-03-14T09:20:00Z", "2026-03-14T09:25:00Z", TestName = "Ended five minutes ago")]
    [TestCase("2026-03-14T09:25:00Z", null, TestName = "Created alone, five minutes back")]
    [TestCase(null, "2026-03-14T09:25:00Z", TestName = "Expires alone")]
    [TestCase(null, null, TestName = "Empty Timestamp")]
    [SetCulture("tr-TR")]
    public void FreshMessage_Passes(string? created, string? expires) => Assert.That(Check(created, expires), Is.Null);

    [TestCase("2026-03-14T09:35:01Z", "2026-03-14T09:45:00Z", "5 dakika ileri")]
    [TestCase("2026-03-14T12:30:00Z", "2026-03-14T12:35:00Z", "180 dakika ileri")]
    [TestCase("2026-03-14T09:19:00Z", "2026-03-14T09:24:59Z", "11 dakika geri")]
    [TestCase("2026-03-14T06:30:00Z", "2026-03-14T06:35:00Z", "180 dakika geri")]
    [TestCase("2026-03-14T09:24:59Z", null, "5 dakika geri")]
    [TestCase("2025-03-14T09:30:00Z", null, "525600 dakika geri")]
    [TestCase(null, "2026-03-14T09:20:00Z", "10 dakika geri")]
    [TestCase("0001-01-01T00:00:00Z", "0001-01-01T00:05:00Z", "999999 dakika geri")]
    [SetCulture("tr-TR")]
    public void StaleMessage_IsToldHowFarItsClockIsOff(string? created, string? expires, string off) =>
        Assert.That(Check(created, expires), Is.EqualTo(new CallFault(FaultCode.MessageExpired, off)));

    [TestCase("dün", "2026-03-14T09:35:00Z")]
    [TestCase("2026-03-14T09:30:00Z", "")]
    [TestCase("2026-13-14T09:30:00Z", "2026-03-14T09:35:00Z")]
    [TestCase("2026-03-14T09:30:00Z", "2026-03-14T09:29:59Z")]
    [TestCase("9999-12-31T23:59:59-14:00", null)]
    public void UnreadableTimestamp_IsRefused(string? created, string? expires) =>
        Assert.That(Check(created, expires)?.Code, Is.EqualTo(FaultCode.InvalidTimestamp));

    private static CallFault? Check(string? created, string? expires) =>
        MessageTimestamp.Check(new SecurityHeader { HasTimestamp = true, Created = created, Expires = expires }, Calls.Now);
}
