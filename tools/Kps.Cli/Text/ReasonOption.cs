using System.CommandLine;

namespace Kps.Cli.Text;

/// <summary><c>--reason</c>: why, in words that say something; they stand in the log for as long as it is kept.</summary>
internal static class ReasonOption
{
    private const int FewestLetters = 10;

    public static Option<string> Create(string description)
    {
        var reason = new Option<string>("--reason") { Description = description + " Denetim izine yazılır ve silinmez; kişi adı ya da numarası yazmayın.", Required = true };
        reason.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { } text || text.Trim().Length < FewestLetters)
            {
                result.AddError($"--reason en az {FewestLetters} harfle nedeni anlatmalı.");
            }
        });
        return reason;
    }
}
