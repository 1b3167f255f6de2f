using BenchmarkDotNet.Attributes;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Verifying;
using Kps.Registry.Institutions;
using Kps.Registry.Users;

namespace Kps.Benchmarks;

/// <summary>The way in: stages 2 and 5.</summary>
public class RequestBenchmarks
{
    private readonly VerifierCache _cache = new(TimeProvider.System);
    private readonly Secret _password = new(SampleCall.Caller.Password);
    private readonly RegisteredUser _user = new()
    {
        Id = 1,
        UserName = SampleCall.Caller.Username,
        PrimaryInstitution = new RegisteredInstitution([])
        {
            Id = 1,
            KurumKodu = SampleCall.Caller.KurumKodu,
            Ad = "Gösterim Hastanesi",
            Durum = InstitutionDurum.Aktif,
            Ranges = new Registry.Addresses.AddressRanges([]),
        },
        Durum = UserDurum.Aktif,
        PasswordHash = null,
        PasswordVersion = 1,
        PasswordExpiresAt = null,
        DefaultApplication = null,
    };

    /// <summary>Remembers the password, as the first call of a day does.</summary>
    [GlobalSetup]
    public void Remember() => _cache.Add(_user, _password);

    /// <summary>Reads a request whole.</summary>
    [Benchmark]
    public object? Parse()
    {
        using var body = SampleCall.RentRequest();
        using var cursor = EnvelopeCursor.Open(body);
        var reader = new EnvelopeReader(cursor);
        reader.Read();
        return reader.Body;
    }

    /// <summary>Checks a password that was proven before.</summary>
    [Benchmark]
    public bool Verify() => _cache.Contains(_user, _password);
}
