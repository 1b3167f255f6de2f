using System.CommandLine;
using Kps.Audit;

namespace Kps.Cli.AuditLog;

/// <summary><c>--islem-no</c>, as people write it.</summary>
internal static class IslemNoOption
{
    public static Option<IslemNo?> Create(bool required) => new("--islem-no")
    {
        Description = "Bu numaralı kayıt.",
        Required = required,
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
