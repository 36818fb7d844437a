using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Diagnostics;

/// <summary>The catalogue of all kinds of findings. A code never changes its meaning; a retired one is not used again.</summary>
public sealed record FindingCode
{
    private static readonly List<FindingCode> Catalogue = [];

    private FindingCode(string id, string title, Severity severity)
    {
        Id = id;
        Title = title;
        Severity = severity;
    }

    /// <summary><c>SH</c> and four digits.</summary>
    public string Id { get; }

    /// <summary>What kind of mistake it is, in a sentence without a full stop.</summary>
    public string Title { get; }

    public Severity Severity { get; }

    /// <summary>All codes, in their order.</summary>
    public static ImmutableArray<FindingCode> All => [.. Catalogue];

    // Files and YAML.
    internal static FindingCode FileUnreadable { get; } = Error("SH0001", "A file is missing or cannot be read");

    internal static FindingCode InvalidYaml { get; } = Error("SH0002", "The file is not valid YAML");

    internal static FindingCode NotOneDocument { get; } = Error("SH0003", "A file holds exactly one YAML document");

    internal static FindingCode AnchorUsed { get; } = Error("SH0004", "Anchors, aliases and merge keys are not part of the language");

    internal static FindingCode TagUsed { get; } = Error("SH0005", "YAML tags are not part of the language");

    internal static FindingCode TooDeep { get; } = Error("SH0006", "The file is nested deeper than anything in the language");

    internal static FindingCode WrongKindOfFile { get; } = Error("SH0007", "A file of another kind stands here");

    internal static FindingCode UnusualFileName { get; } = Warning("SH0008", "The file name does not tell what the file is");

    // Shape.
    internal static FindingCode WrongShape { get; } = Error("SH0010", "A mapping, a list or a single value stands where another is wanted");

    internal static FindingCode MissingKey { get; } = Error("SH0011", "A key is missing");

    internal static FindingCode UnknownKey { get; } = Error("SH0012", "A key is not known here");

    internal static FindingCode DuplicateKey { get; } = Error("SH0013", "A key stands twice");

    internal static FindingCode MissingValue { get; } = Error("SH0014", "A key has no value");

    internal static FindingCode NoKind { get; } = Error("SH0015", "No key says of which kind an entry is");

    internal static FindingCode SeveralKinds { get; } = Error("SH0016", "Several keys say of which kind an entry is");

    internal static FindingCode KeyNotPlain { get; } = Error("SH0017", "A key is not a plain name");

    internal static FindingCode NothingListed { get; } = Error("SH0018", "A list or mapping needs at least one entry");

    internal static FindingCode ListedTwice { get; } = Error("SH0019", "An entry stands twice in a list");

    // Values.
    internal static FindingCode Unreadable { get; } = Error("SH0020", "A value is not written as its kind is written");

    internal static FindingCode WrongUnit { get; } = Error("SH0021", "A value has no unit, or one that is not known");

    internal static FindingCode WrongClock { get; } = Error("SH0022", "A duration is given on the wrong clock");

    internal static FindingCode OutOfRange { get; } = Error("SH0023", "A value is too small or too large");

    internal static FindingCode NotAChoice { get; } = Error("SH0024", "A value is none of those to choose from");

    internal static FindingCode PathNotInside { get; } = Error("SH0025", "A path is not relative, or leaves the scenario root");

    internal static FindingCode AsksNothing { get; } = Error("SH0026", "A bound holds for everything");

    internal static FindingCode PathNotAbsolute { get; } = Error("SH0027", "A path is not absolute");

    // References.
    internal static FindingCode UnknownService { get; } = Error("SH0030", "The system has no such service");

    internal static FindingCode UnknownRelease { get; } = Error("SH0031", "The service has no such release");

    internal static FindingCode UnknownPlatform { get; } = Error("SH0032", "The service has no such platform");

    internal static FindingCode UnknownCredential { get; } = Error("SH0033", "The system has no such credential");

    internal static FindingCode UnknownPlaceholder { get; } = Error("SH0034", "A placeholder is not known");

    internal static FindingCode ProjectMissing { get; } = Error("SH0035", "A project file does not exist");

    internal static FindingCode NotOnStage { get; } = Error("SH0036", "A service does not stand on the stage");

    internal static FindingCode NoProvider { get; } = Error("SH0037", "The system has no provider");

    internal static FindingCode ServiceNotGiven { get; } = Error("SH0038", "Which service is meant cannot be told");

    internal static FindingCode HeaderTaken { get; } = Error("SH0039", "Two credentials travel in the same header");

    internal static FindingCode PlaceholderUnused { get; } = Error("SH0040", "A server is not told what it must know to start");

    internal static FindingCode SecretInArgument { get; } = Error("SH0041", "A secret stands in an argument");

    // What services are made of, and how they hang together.
    internal static FindingCode ArtifactMisfit { get; } = Error("SH0042", "An artifact does not fit the service");

    internal static FindingCode NeedsCircle { get; } = Error("SH0043", "A service needs itself");

    internal static FindingCode FileMissing { get; } = Error("SH0044", "A file that a server is made of does not exist");

    internal static FindingCode PlatformNotAttested { get; } = Error("SH0045", "A server does not say on which platform it runs");

    internal static FindingCode ReleasesAlike { get; } = Error("SH0046", "Two releases cannot be told apart");

    internal static FindingCode NoHealthCheck { get; } = Error("SH0047", "A service has no health check");

    internal static FindingCode NameReserved { get; } = Error("SH0048", "A name means something else already");

    internal static FindingCode UnknownUser { get; } = Error("SH0049", "The provider has no such user");

    // Steps and times.
    internal static FindingCode ChangesNothing { get; } = Error("SH0050", "An upgrade changes nothing");

    internal static FindingCode NothingStaged { get; } = Error("SH0051", "Nothing is staged that could be activated");

    internal static FindingCode StagedTwice { get; } = Error("SH0052", "A version is staged over one that was never activated");

    internal static FindingCode NothingToRollBack { get; } = Error("SH0053", "Nothing was activated that could be rolled back");

    internal static FindingCode RollBackNeedsRestart { get; } = Error("SH0054", "A rollback is not followed by a restart");

    internal static FindingCode TimeRunsBackwards { get; } = Error("SH0055", "Times run backwards");

    internal static FindingCode NoTimeForBaseline { get; } = Error("SH0056", "Nothing is left of the baseline");

    internal static FindingCode NoTarget { get; } = Error("SH0057", "An upgrade has no target");

    internal static FindingCode UpgradeUnused { get; } = Error("SH0058", "The upgrade is described and never applied");

    // Phases, expectations, intent.
    internal static FindingCode PhaseNameTaken { get; } = Error("SH0060", "A phase takes the name of a built-in one");

    internal static FindingCode PhaseBeginsTwice { get; } = Error("SH0061", "A phase begins twice");

    internal static FindingCode UnknownPhase { get; } = Error("SH0062", "A phase is not known");

    internal static FindingCode PhaseNeverBegins { get; } = Error("SH0063", "No step begins a phase");

    internal static FindingCode MilestoneNeverComes { get; } = Error("SH0064", "No step brings a milestone about");

    internal static FindingCode NoExpectation { get; } = Error("SH0065", "A scenario without an expectation proves nothing");

    internal static FindingCode NoFailureDescribed { get; } = Error("SH0066", "A reproducing scenario does not describe the failure");

    internal static FindingCode FailureProtected { get; } = Error("SH0067", "A protecting scenario expects a failure");

    internal static FindingCode NothingProtected { get; } = Error("SH0068", "Protection is limited where nothing is protected");

    internal static FindingCode NameTaken { get; } = Error("SH0069", "Two expectations have the same name");

    internal static FindingCode ConditionImpossible { get; } = Error("SH0070", "A condition contradicts itself");

    internal static FindingCode KeyDoesNotFit { get; } = Error("SH0071", "A key does not fit the value beside it");

    // What is set from outside.
    internal static FindingCode CandidateUnknown { get; } = Error("SH0080", "A candidate path leads to nothing that can be set");

    internal static FindingCode OverrideMalformed { get; } = Error("SH0081", "An override is not written as path=value");

    internal static FindingCode OverrideUnknown { get; } = Error("SH0082", "An override leads to nothing that can be set");

    internal static FindingCode OverrideTwice { get; } = Error("SH0083", "Two overrides set the same path");

    // Strategies.
    internal static FindingCode UnknownServer { get; } = Error("SH0100", "A service has no such server");

    internal static FindingCode BatchTooLarge { get; } = Error("SH0101", "A batch is larger than what is upgraded");

    internal static FindingCode SharesNotAscending { get; } = Error("SH0102", "The shares of a canary do not grow");

    internal static FindingCode GateExpectsNothing { get; } = Error("SH0103", "A gate expects nothing");

    internal static FindingCode NothingToRevert { get; } = Error("SH0104", "No upgrade began that could be reverted");

    internal static FindingCode NothingBesideCanary { get; } = Error("SH0105", "A canary has too few servers beside it");

    internal static FindingCode NeedsGateway { get; } = Error("SH0106", "A strategy moves traffic that the gateway does not lead");

    internal static FindingCode ServersDiffer { get; } = Error("SH0107", "A step takes servers for alike that are not");

    internal static FindingCode RunbookLeavesHalf { get; } = Error("SH0108", "The runbook leads to no certain state");

    internal static FindingCode GateInRunbook { get; } = Error("SH0109", "A gate stands in the runbook");

    internal static FindingCode NothingToKill { get; } = Error("SH0110", "Nothing is replaced that could be killed");

    internal static FindingCode GateTooEarly { get; } = Error("SH0111", "A gate expects what shows only when the traffic has ended");

    // Jobs.
    internal static FindingCode UnknownJob { get; } = Error("SH0112", "A job that the system does not have");

    internal static FindingCode NoProgram { get; } = Error("SH0113", "A job is made of what is no program");

    // Configurations.
    internal static FindingCode UnknownConfiguration { get; } = Error("SH0114", "The service has no such configuration");

    // Writes that are counted.
    internal static FindingCode UnknownContract { get; } = Error("SH0115", "The provider has no such contract");

    internal static FindingCode UnknownEndpoint { get; } = Error("SH0116", "The provider has no such endpoint");

    internal static FindingCode RedirectToNowhere { get; } = Error("SH0117", "An endpoint sends clients on, and does not say where to");

    internal static FindingCode MappingUnreadable { get; } = Error("SH0118", "A mapping file says what WireMock.Net does not read");

    internal static FindingCode MappingRefused { get; } = Error("SH0119", "A mapping asks for what the stand-in cannot keep");

    internal static FindingCode MappingOccupied { get; } = Error("SH0120", "A mapping answers where the stand-in does so itself");

    internal static FindingCode LedgerCountsNothing { get; } = Error("SH0130", "A ledger is kept, and nothing is written that it could find");

    internal static FindingCode NoLedger { get; } = Error("SH0131", "A ledger is expected that the traffic does not keep");

    internal static FindingCode PointerNamesNoList { get; } = Error("SH0132", "A pointer to several values leads to a single one");

    internal static FindingCode BodyMisfit { get; } = Error("SH0133", "A request carries what does not fit it");

    internal static FindingCode LedgerUnused { get; } = Error("SH0134", "A ledger is kept, and nothing is expected of it");

    // What a scenario builds on, its variables, secrets.
    internal static FindingCode BaseCircle { get; } = Error("SH0150", "A scenario builds on itself");

    internal static FindingCode BaseTooDeep { get; } = Error("SH0151", "Too many scenarios build on each other");

    internal static FindingCode BaseNameTaken { get; } = Error("SH0152", "A scenario has the name of the one that it builds on");

    internal static FindingCode VariableUnknown { get; } = Error("SH0155", "The scenario has no such variable");

    internal static FindingCode VariableUnset { get; } = Error("SH0156", "A variable has no value");

    internal static FindingCode VariableMalformed { get; } = Error("SH0157", "A variable is not written as variables are");

    internal static FindingCode VariableTwice { get; } = Error("SH0158", "A variable is given two values");

    internal static FindingCode VariableUnused { get; } = Error("SH0159", "A variable is used nowhere");

    internal static FindingCode SecretWritten { get; } = Error("SH0160", "A secret stands in a file");

    // What a plan cannot keep.
    /// <summary>Told by a rule that knows the detector.</summary>
    public static FindingCode PageTooEarly { get; } = Error("SH0180", "A page is expected sooner than it can come");

    // What is expected, in its parts.
    internal static FindingCode NoQuantifier { get; } = Error("SH0200", "An expectation does not say how often");

    internal static FindingCode SeveralQuantifiers { get; } = Error("SH0201", "An expectation says in two ways how often");

    internal static FindingCode SinceAlone { get; } = Error("SH0202", "A moment is given that nothing is counted from");

    internal static FindingCode NothingDecides { get; } = Error("SH0203", "Every expectation only reports");

    internal static FindingCode UnknownInstance { get; } = Error("SH0204", "No instance of that name ever stands on the stage");

    internal static FindingCode RequestNotSent { get; } = Error("SH0205", "The traffic has no such request");

    internal static FindingCode NoBound { get; } = Error("SH0206", "A measure has no bound");

    internal static FindingCode BoundsCross { get; } = Error("SH0207", "The lower bound lies above the upper one");

    internal static FindingCode TooFewForPercentile { get; } = Error("SH0208", "The samples cannot show the percentile");

    internal static FindingCode MilestonesReversed { get; } = Error("SH0209", "A time runs from a later moment to an earlier one");

    internal static FindingCode ComparedWithItself { get; } = Error("SH0210", "Requests are compared with themselves");

    internal static FindingCode NeverServed { get; } = Error("SH0211", "No step lets a version serve");

    // What a gate asks.
    /// <summary>Told by a rule that looks at a whole plan.</summary>
    public static FindingCode GateDecidesNothing { get; } = Error("SH0212", "Every expectation of a gate only reports");

    /// <summary>Told by a rule that looks at a whole plan.</summary>
    public static FindingCode GateStarves { get; } = Error("SH0213", "A gate's window is too short for what it asks");

    internal static FindingCode GateAsksForLater { get; } = Error("SH0214", "A gate asks for what cannot have happened by then");

    /// <summary>Told by a rule that looks at a whole plan.</summary>
    public static FindingCode ExpectationStarves { get; } = Warning("SH0215", "An expectation wants more samples than its phases have time for");

    // Alert rules.
    internal static FindingCode UnknownAlert { get; } = Error("SH0220", "No alert rule has that name");

    internal static FindingCode AlertStarves { get; } = Error("SH0221", "An alert rule's window is too short for the samples that it wants");

    internal static FindingCode PagerNotCalled { get; } = Error("SH0222", "Calls to the pager are expected that nobody makes");

    // Faults, and changes of the provider.
    internal static FindingCode NoTargets { get; } = Error("SH0240", "A fault hits nothing");

    internal static FindingCode TargetsTwice { get; } = Error("SH0241", "A fault says twice what it hits");

    internal static FindingCode UnknownTarget { get; } = Error("SH0242", "An instance is not known");

    internal static FindingCode TooFewTargets { get; } = Error("SH0243", "A fault is to hit more instances than there are");

    internal static FindingCode NoLink { get; } = Error("SH0244", "There is no way from one member to the other");

    internal static FindingCode BrokenTwice { get; } = Error("SH0245", "A fault breaks what is broken already");

    internal static FindingCode NothingToHeal { get; } = Error("SH0246", "A step heals a fault that is not open");

    internal static FindingCode ProviderMissing { get; } = Error("SH0247", "A step changes a provider that the system does not have");

    internal static FindingCode ProviderUnchanged { get; } = Error("SH0248", "A step changes nothing about the provider");

    internal static FindingCode NotWritable { get; } = Error("SH0249", "A disk is to be filled that nobody may write");

    internal static FindingCode TransportIsPlain { get; } = Error("SH0250", "A step changes how a provider secures its connections that secures none");

    // Steps that ask, and steps that are made of others.
    internal static FindingCode CheckOfNobody { get; } = Error("SH0260", "A check does not say who is asked");

    internal static FindingCode CheckOfTwo { get; } = Error("SH0261", "A check says twice who is asked");

    internal static FindingCode CheckedUnknown { get; } = Error("SH0262", "An instance is asked that does not stand on the stage then");

    internal static FindingCode CheckWithoutProvider { get; } = Error("SH0263", "A check asks for calls of a provider that the system does not have");

    internal static FindingCode CheckOfCallsUnclear { get; } = Error("SH0264", "A check does not say which calls it counts");

    internal static FindingCode ProbeCountsNothing { get; } = Error("SH0265", "A probe counts what has had no time to happen");

    internal static FindingCode RepeatsTooMuch { get; } = Error("SH0266", "A repeat becomes more steps than anybody reads");

    internal static FindingCode ParallelClash { get; } = Error("SH0267", "Two steps do the same at the same time");

    // When the traffic comes.
    internal static FindingCode ReplayedAndWritten { get; } = Error("SH0290", "Traffic is replayed and written out at once");

    internal static FindingCode RecordingUnreadable { get; } = Error("SH0291", "A recording, or a line of it, cannot be replayed");

    internal static FindingCode BrowserNeedsTls { get; } = Error("SH0292", "A browser speaks HTTP/2 by TLS alone");

    internal static FindingCode RecordingShortened { get; } = Warning("SH0293", "Some of a recording is left out");

    public override string ToString() => Id;

    private static FindingCode Error(string id, string title) => Add(new FindingCode(id, title, Severity.Error));

    private static FindingCode Warning(string id, string title) => Add(new FindingCode(id, title, Severity.Warning));

    private static FindingCode Add(FindingCode code)
    {
        Catalogue.Add(code);
        return code;
    }
}
