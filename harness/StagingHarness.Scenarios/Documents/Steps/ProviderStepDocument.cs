using StagingHarness.Scenarios.Documents.Facets;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Changes what the third-party provider does from now on.</summary>
internal sealed record ProviderStepDocument : StepBodyDocument
{
    public static MappingShape<ProviderStepDocument> Shape { get; } =
        new MappingShape<ProviderStepDocument>(new ProviderStepDocument()) { NeedsOne = true }
            .Optional("contract", Names.Contract, (document, value) => document with { Contract = value })
            .Optional("facets", FacetsDocument.Shape, (document, value) => document with { Facets = value })
            .Optional("clock", new ClockOffsetShape(), (document, value) => document with { Clock = value })
            .Optional("rotate-keys", RotateKeysDocument.Shape, (document, value) => document with { RotateKeys = value })
            .Optional("token-lifetime", new RealDurationShape(), (document, value) => document with { TokenLifetime = value })
            .Optional("renew-tokens", new FlagShape(), (document, value) => document with { RenewTokens = value })
            .Optional("begins", Names.Phase, (document, value) => document with { Begins = value });

    /// <summary>The version of the provider that the system file knows by this name takes the place of everything that was changed before.</summary>
    public Spanned<string>? Contract { get; init; }

    /// <summary>Laid over the contract.</summary>
    public Spanned<FacetsDocument>? Facets { get; init; }

    /// <summary>How far its clock goes ahead of true time; negative, behind it.</summary>
    public Spanned<TimeSpan>? Clock { get; init; }

    public Spanned<RotateKeysDocument>? RotateKeys { get; init; }

    public Spanned<TimeSpan>? TokenLifetime { get; init; }

    /// <summary>The clients of the traffic get new tokens at once.</summary>
    public Spanned<bool>? RenewTokens { get; init; }

    public Spanned<string>? Begins { get; init; }
}
