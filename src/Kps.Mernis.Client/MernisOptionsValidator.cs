using System.Security.Cryptography;
using Kps.Mernis.Services;
using Kps.Mernis.Services.Wsdl;
using Kps.Mernis.Soap;
using Kps.Mernis.Sts;
using Kps.Mernis.Transport;
using Microsoft.Extensions.Options;

namespace Kps.Mernis;

/// <summary>Refuses options that cannot work; all errors at once, so that a deployment is corrected in one go.</summary>
internal sealed class MernisOptionsValidator : IValidateOptions<MernisOptions>
{
    private const int MaxUserNameLength = 128;
    private const int MaxAnswerLimit = 16 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, MernisOptions options)
    {
        var errors = new List<string>();
        CheckAddress(errors, nameof(options.StsUrl), options.StsUrl, options.AllowPlainHttp);
        CheckAddress(errors, nameof(options.RouterUrl), options.RouterUrl, options.AllowPlainHttp);
        Require(errors, options.AppliesTo is null or { IsAbsoluteUri: true }, "AppliesTo must be an absolute URL.");
        Require(
            errors,
            options.UserName is { Length: > 0 and <= MaxUserNameLength } user && XmlText.IsLegal(user),
            $"UserName must have 1 to {MaxUserNameLength} characters fit for XML.");
        CheckFiles(errors, options);
        CheckServices(errors, options);
        CheckNumbers(errors, options);
        CheckTimes(errors, options);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void CheckAddress(List<string> errors, string name, Uri? address, bool allowPlainHttp)
    {
        if (address is null || !address.IsAbsoluteUri)
        {
            errors.Add($"{name} must be an absolute URL.");
        }
        else if (address.Scheme != Uri.UriSchemeHttps && !(allowPlainHttp && address.Scheme == Uri.UriSchemeHttp))
        {
            errors.Add($"{name} must be an https URL; http is accepted only with AllowPlainHttp.");
        }
        else
        {
            Require(errors, address.UserInfo.Length == 0 && address.Fragment.Length == 0, $"{name} must hold no user and no fragment.");
        }
    }

    private static void CheckFiles(List<string> errors, MernisOptions options)
    {
        try
        {
            PasswordFile.Read(options.PasswordFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            errors.Add($"PasswordFile cannot be used: {exception.Message}");
        }

        if (options.TrustedCaFile is not { } roots)
        {
            return;
        }

        try
        {
            UpstreamHandler.ReadRoots(roots);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            errors.Add($"TrustedCaFile cannot be used: {exception.Message}");
        }
    }

    private static void CheckServices(List<string> errors, MernisOptions options)
    {
        Require(
            errors,
            KnownServices.BilesikVersions.Contains(options.BilesikVersion),
            $"BilesikVersion must be one of {string.Join(", ", KnownServices.BilesikVersions)}.");
        foreach (var (service, file) in options.SuppliedWsdls)
        {
            if (KnownServices.Named(service) is not { } contract)
            {
                var known = string.Join(", ", KnownServices.All.Select(one => one.Service));
                errors.Add($"SuppliedWsdls:{service} is no service of NVİ that is called here; those are {known}.");
                continue;
            }

            try
            {
                SuppliedWsdl.Read(contract, file);
            }
            catch (InvalidDataException exception)
            {
                errors.Add(exception.Message);
            }
        }
    }

    private static void CheckNumbers(List<string> errors, MernisOptions options)
    {
        Require(errors, options.MaxConcurrency is >= 1 and <= 10_000, "MaxConcurrency must be 1 to 10000.");
        Require(errors, options.QueueLimit is >= 0 and <= 100_000, "QueueLimit must be 0 to 100000.");
        Require(errors, options.MaxAnswerBytes is >= 1024 and <= MaxAnswerLimit, $"MaxAnswerBytes must be 1024 to {MaxAnswerLimit}.");
        Require(errors, options.BreakerFailureRatio is > 0 and <= 1, "BreakerFailureRatio must be above 0 and at most 1.");
        Require(errors, options.BreakerMinimumThroughput is >= 2 and <= 1_000_000, "BreakerMinimumThroughput must be 2 to 1000000.");
    }

    private static void CheckTimes(List<string> errors, MernisOptions options)
    {
        CheckTime(errors, nameof(options.QueueTimeout), options.QueueTimeout);
        CheckTime(errors, nameof(options.TotalTimeout), options.TotalTimeout);
        CheckTime(errors, nameof(options.AttemptTimeout), options.AttemptTimeout);
        CheckTime(errors, nameof(options.StsTimeout), options.StsTimeout);
        CheckTime(errors, nameof(options.ConnectTimeout), options.ConnectTimeout);
        CheckTime(errors, nameof(options.ConnectionLifetime), options.ConnectionLifetime);
        CheckTime(errors, nameof(options.StsHoldOff), options.StsHoldOff);
        CheckTime(errors, nameof(options.StsMaxHoldOff), options.StsMaxHoldOff);
        var halfSecond = TimeSpan.FromMilliseconds(500);
        Require(errors, options.BreakerSamplingDuration >= halfSecond && options.BreakerSamplingDuration <= TimeSpan.FromDays(1), "BreakerSamplingDuration must be 0.5 s to 1 day.");
        Require(errors, options.BreakerBreakDuration >= halfSecond && options.BreakerBreakDuration <= TimeSpan.FromDays(1), "BreakerBreakDuration must be 0.5 s to 1 day.");
        Require(errors, options.AttemptTimeout <= options.TotalTimeout, "AttemptTimeout must not exceed TotalTimeout.");
        Require(errors, options.StsTimeout < options.TotalTimeout, "StsTimeout must be below TotalTimeout, or nothing is left for the query.");
        Require(errors, options.QueueTimeout < options.TotalTimeout, "QueueTimeout must be below TotalTimeout.");
        Require(errors, options.ConnectTimeout <= options.AttemptTimeout, "ConnectTimeout must not exceed AttemptTimeout.");
        Require(errors, options.StsHoldOff <= options.StsMaxHoldOff, "StsHoldOff must not exceed StsMaxHoldOff.");
    }

    private static void CheckTime(List<string> errors, string name, TimeSpan value) =>
        Require(errors, value >= TimeSpan.FromMilliseconds(10) && value <= TimeSpan.FromHours(1), $"{name} must be 10 ms to 1 h.");

    private static void Require(List<string> errors, bool holds, string otherwise)
    {
        if (!holds)
        {
            errors.Add(otherwise);
        }
    }
}
