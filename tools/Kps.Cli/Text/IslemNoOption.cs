using System.CommandLine;
using Kps.Audit;

namespace Kps.Cli.Text;

/// <summary>An option that takes an işlem no and says so when it cannot read it.</summary>
internal static class IslemNoOption
{
    public static Option<IslemNo?> Create(string description) => new("--islem-no")
    {
        Description = description,
        CustomParser = result =>
        {
            if (IslemNo.TryParse(result.Tokens[0].Value, out var number))
            {
                return number;
            }

            result.AddError("--islem-no geçersiz: 13 karakter olmalı; sonuncusu sağlama karakteridir, bir harf yanlış yazılmış olabilir.");
            return null;
        },
    };
}
