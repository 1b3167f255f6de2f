namespace Kps.Architecture.Tests;

/// <summary>A committed file that follows from the code. With KPS_WRITE_DOCS=1 it is written anew; otherwise it must be up to date.</summary>
internal static class WrittenFile
{
    public static void Check(string file, string expected)
    {
        if (Environment.GetEnvironmentVariable("KPS_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Repository.Full(file))!);
            File.WriteAllText(Repository.Full(file), expected);
        }

        var actual = File.Exists(Repository.Full(file)) ? Repository.Read(file) : string.Empty;
        Assert.That(actual, Is.EqualTo(expected), $"{file} is out of date. Run this test with KPS_WRITE_DOCS=1 and review the difference.");
    }
}
