namespace Kps.AuditVerify.Tests;

/// <summary>One run of the verifier as the shell would see it.</summary>
internal sealed record Verdict(int ExitCode, string Out, string Error)
{
    public static Verdict Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = CommandLine.Run(args, output, error);
        return new Verdict(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Everything holds.</summary>
    public void IsGood() => Assert.That((ExitCode, Error), Is.EqualTo((0, string.Empty)), Out);

    /// <summary>It does not, and this is said of it.</summary>
    public void IsBad(string code, string what)
    {
        Assert.That((ExitCode, Error), Is.EqualTo((1, string.Empty)), Out);
        Assert.That(Out, Does.Match($@"(?m)^BAD   {code}: .*{what}"));
    }

    /// <summary>And this is the first place in the log.</summary>
    public void IsBadFirst(string code, string what)
    {
        IsBad(code, what);
        Assert.That(Out, Does.Match($@"(?m)^BAD   first: .*{what}"));
    }
}
