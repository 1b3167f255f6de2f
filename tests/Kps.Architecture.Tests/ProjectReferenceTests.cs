namespace Kps.Architecture.Tests;

/// <summary>Who may know whom. A new line here is a decision, not an accident.</summary>
internal sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Kps.Contracts"] = [],
        ["Kps.Migrations"] = [],
        ["Kps.Evidence"] = [],
        ["Kps.Audit"] = ["Kps.Contracts", "Kps.Evidence"],
        ["Kps.Mernis.Client"] = ["Kps.Contracts"],
        ["Kps.Registry"] = ["Kps.Contracts"],
        ["Kps.Gateway"] = ["Kps.Audit", "Kps.Contracts", "Kps.Mernis.Client", "Kps.Registry"],
    };

    private static IEnumerable<string> Shipped => Repository.Projects.Where(project => project.StartsWith("src/", StringComparison.Ordinal));

    [TestCaseSource(nameof(Shipped))]
    public void Project_RefersToExactlyWhatItMay(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);

        Assert.That(Allowed, Contains.Key(name), "A new project states here what it may know.");
        Assert.That(Repository.ReferencesOf(project), Is.EqualTo(Allowed[name]));
    }

    /// <summary>An auditor need not believe the code that wrote the log: the verifier has the tree's arithmetic from us, and nothing else.</summary>
    [Test]
    public void Verifier_KnowsTheEvidenceAlone()
    {
        Assert.That(Repository.ReferencesOf("tools/Kps.AuditVerify/Kps.AuditVerify.csproj"), Is.EqualTo(new[] { "Kps.Evidence" }));
        Assert.That(
            ProductAssemblies.All.Single(assembly => assembly.GetName().Name == "Kps.AuditVerify").GetReferencedAssemblies().Select(reference => reference.Name!)
                .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)),
            Is.EquivalentTo(new[] { "Kps.Evidence" }));
    }

    [Test]
    public void EveryRule_HasItsProject() =>
        Assert.That(Shipped.Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(Allowed.Keys));

    [Test]
    public void Assembly_RefersToNoForbiddenOne()
    {
        foreach (var assembly in ProductAssemblies.All)
        {
            var name = assembly.GetName().Name!;
            var known = assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(Allowed.ContainsKey);

            Assert.That(known, Is.SubsetOf(Allowed.GetValueOrDefault(name) ?? ["Kps.Evidence"]), name);
        }
    }

    [Test]
    public void StandIns_KnowOnlyTheContracts()
    {
        var standIns = Repository.Projects.Where(project => project.StartsWith("testassets/", StringComparison.Ordinal)).ToList();
        string[] known = ["Kps.Contracts", .. standIns.Select(project => Path.GetFileNameWithoutExtension(project))];

        Assert.That(standIns, Is.Not.Empty);
        foreach (var project in standIns)
        {
            Assert.That(Repository.ReferencesOf(project), Is.SubsetOf(known), project);
        }
    }

    [Test]
    public void Tools_KnowNoTestsAndNoHost()
    {
        foreach (var project in Repository.Projects.Where(project => project.StartsWith("tools/", StringComparison.Ordinal)))
        {
            Assert.That(
                Repository.ReferencesOf(project).Where(name => name == "Kps.Gateway" || name.EndsWith(".Tests", StringComparison.Ordinal) || name.Contains("Simulator")),
                Is.Empty,
                project);
        }
    }

    [Test]
    public void Friends_OfShippedAssembliesAreTestsAndBenchmarksOnly()
    {
        foreach (var assembly in ProductAssemblies.All)
        {
            var friends = assembly.GetCustomAttributesData()
                .Where(data => data.AttributeType == typeof(System.Runtime.CompilerServices.InternalsVisibleToAttribute))
                .Select(data => (string)data.ConstructorArguments[0].Value!);

            Assert.That(friends, Is.All.EndsWith(".Tests").Or.EqualTo("Kps.Benchmarks"), assembly.GetName().Name);
        }
    }
}
