using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Execution.Provider;

/// <summary>The stand-in for the third-party auth provider as a member of a stage.</summary>
/// <param name="http">From <see cref="ControlHttp.Create"/>; stays the caller's.</param>
/// <param name="dialer">Opens connections that are only looked at.</param>
/// <param name="trust">What <paramref name="http"/> trusts.</param>
/// <param name="timeProvider">Measures deadlines of control calls.</param>
public sealed class ProviderMember(HttpClient http, IDialer dialer, StageTrust trust, TimeProvider timeProvider) : IProviderMember
{
    internal const string PublicListener = "http";
    internal const string ControlListener = "control";

    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);

    public InstanceOrder CreateOrder(ProviderOrder provider, RunIdentity run) => new()
    {
        Name = ProviderOrder.Host,
        Generation = 1,
        Program = new ProgramSource.Own(HarnessProgram.StandIn),
        Arguments =
        [
            StandInProgram.ListenOption, $"{{listen.{PublicListener}}}",
            StandInProgram.ControlOption, $"{{listen.{ControlListener}}}",
            StandInProgram.IssuerOption, $"{{stage.{PublicListener}}}",
        ],
        Environment = CreateEnvironment(provider, run),
        Listeners = [new(PublicListener, ListenerReach.Edge) { Tls = provider.Tls is not null }, new(ControlListener, ListenerReach.Control)],
        Readiness = new ReadinessCheck.HttpOk(ControlListener, StandInProgram.HealthPath) { Deadline = ReadyWithin },
    };

    public IProvider Attach(IInstance instance, ProviderOrder provider, RunIdentity run)
    {
        if (provider.Tls is { } tls)
        {
            trust.Use(tls);
        }

        return new ProviderClient(
            new ControlChannel(http, timeProvider, "provider stand-in"),
            new ProviderAddresses
            {
                Issuer = new Uri(instance.StageAddressOf(PublicListener).GetLeftPart(UriPartial.Authority)),
                Routes = instance.ClientRoutes,
                Control = instance.AddressOf(ControlListener),
            },
            provider,
            new Handshake(dialer, timeProvider),
            run.ControlToken);
    }

    private static ImmutableSortedDictionary<string, string> CreateEnvironment(ProviderOrder provider, RunIdentity run)
    {
        var environment = ImmutableSortedDictionary<string, string>.Empty
            .Add(ControlToken.Variable, run.ControlToken)
            .Add(StandInProgram.AudienceVariable, provider.Audience)
            .Add(StandInProgram.TokenLifetimeVariable, ((long)provider.TokenLifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture))
            .Add(StandInProgram.ClientsVariable, string.Join('&', provider.Clients.Select(
                client => $"{Uri.EscapeDataString(client.Key)}={Uri.EscapeDataString(client.Value)}")));
        if (!provider.SignIn.Clients.IsEmpty)
        {
            // Encoded, so that nobody fills in what looks like a placeholder.
            environment = environment.Add(
                StandInProgram.SignInVariable, Uri.EscapeDataString(JsonSerializer.Serialize(provider.SignIn, StandInJson.Default.SignInSetup)));
        }

        return provider.Tls is { } tls
            ? environment.Add(
                StandInProgram.CertificatesVariable,
                JsonSerializer.Serialize(tls.Certificates, StandInJson.Default.ImmutableArrayCertificateMaterial))
            : environment;
    }
}
