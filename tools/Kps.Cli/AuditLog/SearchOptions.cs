using System.CommandLine;
using System.Globalization;
using System.Net;
using Kps.Audit.Reading;
using Kps.Cli.Text;
using Kps.Contracts;

namespace Kps.Cli.AuditLog;

/// <summary>What <c>audit</c> can be asked for.</summary>
internal sealed class SearchOptions
{
    private const int DefaultCount = 20;

    private readonly Option<string?> _user = new("--user") { Description = "Bu kullanıcının çağrıları; --acts ile ona yapılan işlemler." };
    private readonly Option<int?> _institution = new("--institution") { Description = "Bu kurum kodunun çağrıları; --acts ile ona yapılan işlemler.", HelpName = "KURUM KODU" };
    private readonly Option<Tckn?> _subject = Parsed<Tckn?>(
        "--subject", "Bu kişi hakkındaki çağrılar.", null, text => Tckn.TryParse(text, out var number) ? number : null, "--subject on bir haneli bir kimlik numarası olmalı.");

    private readonly Option<IPNetwork?> _address = Parsed<IPNetwork?>(
        "--address", "Bu adresten ya da ağdan (CIDR) gelen çağrılar.", "ADRES", Network, "--address bir IP adresi ya da ağ olmalı, örneğin 10.1.2.3 ya da 10.1.0.0/16.");

    private readonly Option<KpsOperation?> _operation = Parsed<KpsOperation?>(
        "--op",
        "Bu sorgunun çağrıları.",
        "SORGU",
        text => OperationNames.Find(text)?.Operation,
        $"--op şunlardan biri olmalı: {OperationNames.List}.");

    private readonly Option<Ending?> _outcome = Parsed<Ending?>(
        "--outcome", "Böyle biten çağrılar.", "SONUÇ", Ending.Read, "--outcome answered, failed, refused, unknown, token ya da bir kod olmalı.");

    private readonly Option<DateTimeOffset?> _from = DayOption.Time("--from", "Bu andan başlayarak.");
    private readonly Option<DateTimeOffset?> _to = DayOption.Time("--to", "Bu ana kadar.");
    private readonly Option<AuditPosition?> _after = Parsed<AuditPosition?>(
        "--after", "Önceki sayfanın sonunda yazan yerden sürdürür.", "YER", text => AuditPosition.TryParse(text, out var position) ? position : null, "--after önceki sayfanın sonunda yazan değer olmalı.");

    private readonly Option<int> _last = new("--last") { Description = $"En çok kaç kayıt, 1–{AuditSearch.MaxCount}.", DefaultValueFactory = _ => DefaultCount };

    public SearchOptions()
    {
        _last.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > AuditSearch.MaxCount)
            {
                result.AddError($"--last 1 ile {AuditSearch.MaxCount} arasında olmalı.");
            }
        });
        Acts.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<bool>() && All.Any(option => IsOfCalls(option) && result.GetResult(option) is { Implicit: false }))
            {
                result.AddError("--acts yalnız --user, --institution, --from, --to, --after ve --last ile birlikte kullanılır.");
            }
        });
    }

    /// <summary>Acts instead of calls.</summary>
    public Option<bool> Acts { get; } = new("--acts") { Description = "Çağrılar yerine işlemler: kayıt değişiklikleri, okumalar, anahtar ve ayar işlemleri." };

    public IEnumerable<Option> All => [_user, _institution, _subject, _address, _operation, _outcome, _from, _to, _after, _last, Acts];

    /// <summary>Whether a person is asked for, who stands in the log as a keyed hash only.</summary>
    public bool NeedsKeys(ParseResult parsed) => parsed.GetValue(_subject) is not null;

    public async Task<AuditSearch> CallsAsync(ParseResult parsed, Settings settings, CancellationToken cancellationToken)
    {
        var outcome = parsed.GetValue(_outcome);
        return new AuditSearch
        {
            UserId = await UserIdAsync(parsed, settings, cancellationToken),
            InstitutionId = await InstitutionIdAsync(parsed, settings, cancellationToken),
            Subject = parsed.GetValue(_subject),
            Network = parsed.GetValue(_address),
            Operation = parsed.GetValue(_operation),
            State = outcome?.State,
            Code = outcome?.Code,
            From = parsed.GetValue(_from),
            To = parsed.GetValue(_to),
            After = parsed.GetValue(_after),
            Count = parsed.GetValue(_last),
        };
    }

    public async Task<ActSearch> ActsAsync(ParseResult parsed, Settings settings, CancellationToken cancellationToken) => new()
    {
        UserId = await UserIdAsync(parsed, settings, cancellationToken),
        InstitutionId = await InstitutionIdAsync(parsed, settings, cancellationToken),
        From = parsed.GetValue(_from),
        To = parsed.GetValue(_to),
        After = parsed.GetValue(_after),
        Count = parsed.GetValue(_last),
    };

    private static Option<T> Parsed<T>(string name, string description, string? helpName, Func<string, T> read, string error) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            var value = read(result.Tokens[0].Value);
            if (value is null)
            {
                result.AddError(error);
            }

            return value;
        },
    };

    // The framework also reads 10.0.1 as 10.0.0.1; a reader of the log means something else by it.
    private static IPNetwork? Network(string text) =>
        !text.Contains(':', StringComparison.Ordinal) && text.Count(character => character == '.') != 3 ? null
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : null;

    private bool IsOfCalls(Option option) => option == _subject || option == _address || option == _operation || option == _outcome;

    private async Task<int?> UserIdAsync(ParseResult parsed, Settings settings, CancellationToken cancellationToken) =>
        parsed.GetValue(_user) is { } name ? await CallerNames.UserIdAsync(settings.PanelConnectionString, name, cancellationToken) : null;

    private async Task<int?> InstitutionIdAsync(ParseResult parsed, Settings settings, CancellationToken cancellationToken) =>
        parsed.GetValue(_institution) is { } code ? await CallerNames.InstitutionIdAsync(settings.PanelConnectionString, code, cancellationToken) : null;

    /// <summary>A word for an end, or a code.</summary>
    private sealed record Ending(AuditCallState? State, int? Code)
    {
        public static Ending? Read(string text) => text switch
        {
            "answered" => new Ending(AuditCallState.Answered, null),
            "failed" => new Ending(AuditCallState.Failed, null),
            "refused" => new Ending(AuditCallState.Refused, null),
            "unknown" => new Ending(AuditCallState.Unknown, null),
            "token" => new Ending(AuditCallState.TokenIssued, null),
            _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => new Ending(null, code),
            _ => null,
        };
    }
}
