namespace Kps.Registry.Registrar;

/// <summary>A user that was added.</summary>
/// <param name="Id">Key in the registry.</param>
/// <param name="Password">What was set; null when the user has no password.</param>
public sealed record AddedUser(int Id, IssuedPassword? Password);
