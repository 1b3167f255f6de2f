namespace Kps.EndToEnd.Tests.Harness;

/// <summary>A web-service user of the test institution.</summary>
internal sealed record TestUser(int Id, string UserName, string Password);
