using System.Reflection;
using System.Text.RegularExpressions;
using Kps.Audit;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Forwarding;
using Kps.Mernis;

namespace Kps.Architecture.Tests;

/// <summary>No query without a written intent (design §4.1): the two facts of the code that make it so.</summary>
internal sealed class UpstreamTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Assembly Gateway = typeof(KpsPipeline).Assembly;

    [Test]
    public void AuditTicket_IsMadeInTheLogAlone()
    {
        Assert.That(typeof(AuditTicket).IsSealed);
        Assert.That(typeof(AuditTicket).GetConstructors(Everything), Is.All.Matches<ConstructorInfo>(constructor => constructor.IsAssembly));
        foreach (var assembly in ProductAssemblies.All.Where(assembly => assembly != typeof(AuditTicket).Assembly))
        {
            var source = $"src/{assembly.GetName().Name}/";
            var makers = Repository.Sources
                .Where(file => file.StartsWith(source, StringComparison.Ordinal))
                .Where(file => Regex.IsMatch(Repository.Read(file), @"new\s+AuditTicket|Activator|GetUninitializedObject|UnsafeAccessor"));

            Assert.That(makers, Is.Empty);
        }
    }

    [Test]
    public void PublicFace_OfTheLogHandsOutTicketsByOpenAlone()
    {
        var sources = typeof(AuditTicket).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType.ToString().Contains(nameof(AuditTicket)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        Assert.That(sources, Is.EqualTo(new[] { "IAuditLog.OpenAsync" }));
    }

    [Test]
    public void MernisClient_IsCalledByTheForwarderAlone() =>
        Assert.That(CallSites.Of(typeof(MernisClient), Gateway), Is.EqualTo(new[] { nameof(UpstreamForwarder) }));

    [Test]
    public void MernisClient_IsNamedByTheForwarderAlone()
    {
        var files = Repository.Sources
            .Where(file => file.StartsWith("src/Kps.Gateway/", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(Repository.Read(file), @"\bMernisClient\b"));

        Assert.That(files, Is.EqualTo(new[] { "src/Kps.Gateway/Call/Forwarding/UpstreamForwarder.cs" }));
    }

    [Test]
    public void EveryWayOfTheForwarder_AsksForATicket()
    {
        var methods = typeof(UpstreamForwarder).GetMethods(Everything | BindingFlags.DeclaredOnly).Where(method => !method.IsPrivate).ToList();

        Assert.That(methods, Is.Not.Empty);
        Assert.That(methods, Is.All.Matches<MethodInfo>(method => method.GetParameters()[0].ParameterType == typeof(AuditTicket)));
    }

    [Test]
    public void NobodyElse_OpensConnections()
    {
        var files = Repository.Sources
            .Where(file => file.StartsWith("src/Kps.Gateway/", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(Repository.Read(file), @"\b(HttpClient|HttpMessageInvoker|WebRequest|TcpClient|Socket)\b"));

        Assert.That(files, Is.Empty);
    }
}
