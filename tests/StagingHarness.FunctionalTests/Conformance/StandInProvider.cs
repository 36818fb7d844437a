using System.Collections.Immutable;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Provider;
using StagingHarness.FunctionalTests.Processes;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>The stand-in, as engines start it.</summary>
internal sealed class StandInProvider : ProviderUnderTest
{
    private static readonly RunIdentity Run = new() { RunId = "conformance-tests", ControlToken = "token-of-the-conformance-tests" };

    private readonly HttpClient http;
    private readonly LocalInstance instance;
    private readonly IProvider provider;

    private StandInProvider(HttpClient http, LocalInstance instance, IProvider provider)
    {
        this.http = http;
        this.instance = instance;
        this.provider = provider;
    }

    public override Uri Address => instance.AddressOf("http");

    public static async Task<StandInProvider> StartAsync(CancellationToken cancellationToken)
    {
        var order = new ProviderOrder
        {
            Audience = "client-portal",
            TokenLifetime = TimeSpan.FromMinutes(10),
            Clients = ImmutableSortedDictionary<string, string>.Empty.Add(Client, Secret).Add(OtherClient, OtherSecret),
            Tls = ProviderCertificates.Tls,
            SignIn = new SignInSetup
            {
                Clients = ImmutableSortedDictionary<string, ClientRedirects>.Empty
                    .Add(Client, new ClientRedirects { SignedIn = [Redirect], SignedOut = [SignedOut] }),
                ClientKeys = ImmutableSortedDictionary<string, string>.Empty.Add(Client, ClientKey.ExportSubjectPublicKeyInfoPem()),
                ClientCertificates = ImmutableSortedDictionary<string, KnownCertificate>.Empty
                    .Add(Client, ProviderCertificates.KnownOfClient)
                    .Add(OtherClient, ProviderCertificates.KnownOfOtherClient),
                ClientIssuers = [.. ProviderCertificates.ClientIssuers],
                Users = ImmutableSortedDictionary<string, SignInUser>.Empty.Add(User, new SignInUser { Password = Password, Claims = """{"name":"Alice"}""" }),
            },
        };
        var http = ControlHttp.Create(new DirectDialer());
        var member = new ProviderMember(http, new DirectDialer(), new StageTrust(), TimeProvider.System);
        var instance = await LocalInstance.StartAsync(member.CreateOrder(order, Run), cancellationToken);
        return new StandInProvider(http, instance, member.Attach(instance, order, Run));
    }

    public Task ChangeAsync(FacetSettings settings, CancellationToken cancellationToken) =>
        provider.ChangeAsync(new ProviderChangeOrder { Settings = settings }, cancellationToken);

    public Task RestoreAsync(CancellationToken cancellationToken) => provider.ChangeAsync(new ProviderChangeOrder { Restore = true }, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        http.Dispose();
        await instance.DisposeAsync();
    }
}
