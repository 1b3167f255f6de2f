using System.Globalization;
using System.Text.RegularExpressions;
using Kps.Audit.Sequencing;
using Kps.Evidence.Stamps;
using Microsoft.Extensions.Options;

namespace Kps.Audit.Anchoring;

/// <summary>Reports everything that is wrong with the settings at once. Reads the files they name, contacts nobody, quotes no password.</summary>
internal sealed partial class AnchoringOptionsValidator(IOptions<SequencerOptions> sequencer) : IValidateOptions<AnchoringOptions>
{
    public ValidateOptionsResult Validate(string? name, AnchoringOptions options)
    {
        var errors = new List<string>();
        Between(errors, nameof(options.Interval), options.Interval, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), "1 s to 1 day");
        Between(errors, nameof(options.Timeout), options.Timeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), "1 s to 2 min");
        Between(errors, nameof(options.RenewBefore), options.RenewBefore, TimeSpan.FromDays(1), TimeSpan.FromDays(3 * 365), "1 day to 3 years (1095 days)");
        Between(errors, nameof(options.SecondPlaceInterval), options.SecondPlaceInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), "1 s to 1 h");
        if (options.LagLimit <= options.Interval || options.LagLimit > TimeSpan.FromDays(30))
        {
            errors.Add("LagLimit must be more than Interval and at most 30 days.");
        }

        CheckTsa(errors, options);
        CheckSecondPlace(errors, options);
        if ((options.IsStamping || options.IsCopying) && !IsSequencing())
        {
            errors.Add("Sequencer:ConnectionString is missing: the node that seals is the one that has checkpoints stamped and copied.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors.Select(error => "Anchoring: " + error));
    }

    private static void CheckTsa(List<string> errors, AnchoringOptions options)
    {
        if (!options.IsStamping)
        {
            if (options.TrustedCertificatesFile is not null || options.TsaUser is not null || options.TsaPasswordFile is not null || options.TsaPolicy is not null || options.KamuSmIdentity)
            {
                errors.Add("TsaUrl is missing.");
            }

            return;
        }

        CheckAddress(errors, nameof(options.TsaUrl), options.TsaUrl!, options.AllowPlainHttp);
        CheckRoots(errors, options.TrustedCertificatesFile);
        if (options.TsaPolicy is { } policy && !Oid().IsMatch(policy))
        {
            errors.Add("TsaPolicy must be an object identifier such as 1.2.3.4.");
        }

        CheckAccount(errors, options);
    }

    private static void CheckAccount(List<string> errors, AnchoringOptions options)
    {
        if (options.TsaUser is null != options.TsaPasswordFile is null)
        {
            errors.Add("TsaUser and TsaPasswordFile go together.");
        }

        if (options.TsaUser is { } user && (user.Length is 0 or > 128 || user.Any(one => char.IsControl(one) || one == ':')))
        {
            errors.Add("TsaUser must have 1 to 128 characters, no colon and no control character.");
        }

        if (options.KamuSmIdentity && !long.TryParse(options.TsaUser, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            errors.Add("KamuSmIdentity needs the customer number in TsaUser, digits only, and its password in TsaPasswordFile.");
        }

        if (options.TsaPasswordFile is { } file)
        {
            try
            {
                TsaPassword.Read(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                errors.Add("TsaPasswordFile: " + e.Message);
            }
        }
    }

    private static void CheckRoots(List<string> errors, string? file)
    {
        if (string.IsNullOrWhiteSpace(file))
        {
            errors.Add("TrustedCertificatesFile is missing: a stamp nobody can verify is worth nothing.");
            return;
        }

        try
        {
            TsaRoots.FromPem(File.ReadAllText(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            errors.Add("TrustedCertificatesFile: " + e.Message);
        }
    }

    private static void CheckSecondPlace(List<string> errors, AnchoringOptions options)
    {
        if (options.SecondPlaceUrl is { } url)
        {
            CheckAddress(errors, nameof(options.SecondPlace), url, options.AllowPlainHttp);
        }
        else if (options.IsCopying && !Directory.Exists(options.SecondPlace))
        {
            errors.Add("SecondPlace is neither an http(s) address nor a directory that exists.");
        }
    }

    private static void CheckAddress(List<string> errors, string name, Uri address, bool allowPlainHttp)
    {
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps && !(allowPlainHttp && address.Scheme == Uri.UriSchemeHttp))
        {
            errors.Add($"{name} must be an https URL; http is accepted only with AllowPlainHttp.");
        }
        else if (address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            errors.Add($"{name} must hold no user and no fragment.");
        }
    }

    private static void Between(List<string> errors, string name, TimeSpan value, TimeSpan least, TimeSpan most, string limits)
    {
        if (value < least || value > most)
        {
            errors.Add($"{name} must be {limits}.");
        }
    }

    private bool IsSequencing()
    {
        try
        {
            return sequencer.Value.IsOn;
        }
        catch (OptionsValidationException)
        {
            // It is there and wrong; that section says so itself.
            return true;
        }
    }

    [GeneratedRegex(@"^[0-2](\.(0|[1-9][0-9]{0,9})){1,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex Oid();
}
