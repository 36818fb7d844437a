using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Provider;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Planning;

/// <summary>What holds where a file says nothing. Every default of the language stands here and nowhere else.</summary>
internal static class Defaults
{
    public const long Seed = 1;

    public const string ActivateBegins = "upgraded";

    public const string RestartBegins = "recovered";

    public const string JoinBegins = "joined";

    /// <summary>Who can sign in where a system names nobody.</summary>
    public const string User = SignInUserDocument.Usual;

    /// <summary>Nothing but the name.</summary>
    public const string UserClaims = "{}";

    public const int RollingBatch = 1;

    public const bool RollingSurge = false;

    /// <summary>Servers of a canary, and nodes that join.</summary>
    public const int AddedInstances = UpgradingStepDocument.UsualAddition;

    public const GateOtherwise GateOtherwise = Plans.Steps.GateOtherwise.RollBack;

    public const int BaselineSamples = 100;

    public const int VerifySamples = 100;

    public const int ExpectationSamples = 100;

    public const int ExpectationSamplesPerInstance = 0;

    /// <summary>A browser takes seconds where a request takes milliseconds.</summary>
    public const int BrowserSamples = 3;

    /// <summary>Windows of time that an availability is measured on at least.</summary>
    public const int AvailabilityWindows = 10;

    public const ArrivalSpread ArrivalSpread = Plans.ArrivalSpread.Evenly;

    /// <summary>As fast as it was recorded.</summary>
    public const double ReplaySpeed = 1;

    public const RecordedAnswers ReplayAnswers = RecordedAnswers.Recorded;

    public const int Connections = 64;

    /// <summary>Of the traffic.</summary>
    public const int Generators = 1;

    /// <summary>Each carries many requests at once; more would never show that.</summary>
    public const int Http2Connections = 4;

    /// <summary>On a connection of HTTP/2: what servers take, ASP.NET Core among them, and RFC 9113 asks for at least (6.5.2).</summary>
    public const int Http2RequestsAtATime = 100;

    /// <summary>On all connections together.</summary>
    public const int MostRequestsAtATime = 4096;

    public const ClientHttp Http = ClientHttp.Http11;

    public const bool TrafficTls = false;

    /// <summary>Of a request or journey among the others of the traffic.</summary>
    public const int Weight = 1;

    /// <summary>A redirect is an answer.</summary>
    public const int Redirects = 0;

    public const ShownCredentials ShownCredentials = Protocols.Generator.ShownCredentials.Valid;

    /// <summary>What somebody gets who shows no valid credentials.</summary>
    public const int RefusedStatus = AnswerConditionDocument.RefusedStatus;

    /// <summary>Instances that a fault hits of the service that it names.</summary>
    public const int FaultTargets = 1;

    /// <summary>Clients trust both CAs of a stage; from a provider whose certificate is wrong for everybody, they get no token.</summary>
    public static bool ProviderRenewsTokens(ServedCertificate? certificate) =>
        certificate is null or ServedCertificate.Valid or ServedCertificate.Renewed or ServedCertificate.OtherCa;

    public const bool ProviderTls = false;

    /// <summary>Steps that a repeat may become; more would be a plan that nobody reads.</summary>
    public const int MostRepeatedSteps = 500;

    public const int CheckStatus = 200;

    public const int CheckExitCode = 0;

    /// <summary>Lines and calls that a check asks for.</summary>
    public const int CheckTimes = 1;

    /// <summary>At most one false alarm in a hundred runs of 200,000 healthy answers.</summary>
    public const double DetectionThreshold = 2e7;

    /// <summary>Answers that an alert rule needs in its window.</summary>
    public const int AlertAnswers = 20;

    /// <summary>Health checks that an alert rule needs in its window.</summary>
    public const int AlertHealthChecks = 4;

    /// <summary>Readings of one server's use that an alert rule needs in its window.</summary>
    public const int AlertReadings = 2;

    /// <summary>Servers that stand, for a rule on restarts.</summary>
    public const int AlertServers = 1;

    /// <summary>Evaluations that saw enough, for the silence of a rule.</summary>
    public const int AlertEvaluations = 10;

    /// <summary>The user <c>app</c> of Microsoft's .NET images; any number does, since no image needs to know it.</summary>
    public const string ContainerUser = "1654:1654";

    public const long ContainerMemoryBytes = 512L * 1024 * 1024;

    public const int ContainerProcesses = 512;

    public const bool ContainerReadOnly = true;

    /// <summary>Of a body that says nothing of itself.</summary>
    public const string ContentType = "application/json";

    public static IncidentTime ClockStart { get; } = new(0);

    public static TimeSpan ClockMinute { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Real time of the baseline when the first step has no time of its own.</summary>
    public static TimeSpan BaselineTime { get; } = TimeSpan.FromSeconds(2);

    public static TimeSpan VerifyWindow { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Of a step of a journey in the browser.</summary>
    public static TimeSpan BrowserTimeout { get; } = TimeSpan.FromSeconds(10);

    public static TimeSpan TrafficTimeout { get; } = TimeSpan.FromSeconds(5);

    /// <summary>A generator that drops more than this has not kept up, and its numbers say nothing.</summary>
    public static Share TolerableDrops { get; } = new(0.001);

    /// <summary>As often as monitoring evaluates rules in production; on the incident's clock.</summary>
    public static IncidentDuration AlertEvery { get; } = new(0.25);

    /// <summary>In real time no oftener than this, however fast the incident's clock goes.</summary>
    public static TimeSpan AlertEveryAtLeast { get; } = TimeSpan.FromMilliseconds(100);

    public static Share DetectionBackground { get; } = new(0.001);

    /// <summary>A smaller difference between two versions is nothing that anybody would stop an upgrade for.</summary>
    public static Share ComparisonMargin { get; } = new(0.01);

    public static Share ComparisonSignificance { get; } = new(0.01);

    public static TimeSpan TokenLifetime { get; } = TimeSpan.FromHours(1);

    public static TimeSpan StopGrace { get; } = TimeSpan.FromSeconds(10);

    public static TimeSpan ReadyDeadline { get; } = TimeSpan.FromSeconds(30);

    public static TimeSpan JobDeadline { get; } = TimeSpan.FromSeconds(30);

    public static TimeSpan HealthInterval { get; } = TimeSpan.FromMilliseconds(250);

    public static TimeSpan StartStageDeadline { get; } = TimeSpan.FromSeconds(60);

    public static TimeSpan StageDeadline { get; } = TimeSpan.FromSeconds(60);

    public static TimeSpan ActivateDeadline { get; } = TimeSpan.FromSeconds(30);

    public static TimeSpan RollBackDeadline { get; } = TimeSpan.FromSeconds(30);

    public static TimeSpan RestartDeadline { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Page after page, of whatever length the list is.</summary>
    public static TimeSpan ReadLedgerDeadline { get; } = TimeSpan.FromMinutes(2);

    /// <summary>A fault that shows no effect for so long has none.</summary>
    public static TimeSpan FaultShowsWithin { get; } = TimeSpan.FromSeconds(10);

    public static TimeSpan WaitAtMost { get; } = TimeSpan.FromSeconds(30);

    public static TimeSpan HookAtMost { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Of one question of a check.</summary>
    public static TimeSpan CheckTimeout { get; } = TimeSpan.FromSeconds(5);

    /// <summary>What a busy machine may add to what a step must be allowed.</summary>
    public static TimeSpan Slack { get; } = TimeSpan.FromSeconds(15);

    /// <summary>Of every other step.</summary>
    public static TimeSpan StepDeadline { get; } = TimeSpan.FromSeconds(10);
}
