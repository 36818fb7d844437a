using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>What is asked of an answer.</summary>
internal sealed record AnswerConditionDocument
{
    public static MappingShape<AnswerConditionDocument> Shape { get; } =
        new MappingShape<AnswerConditionDocument>(new AnswerConditionDocument()) { NeedsOne = true }
            .Optional(
                "status",
                new ListShape<int>(new CountShape { Least = 100, Most = 599, Usual = 500 }) { NeedsOne = "status", Distinct = true, OneIsEnough = true },
                (document, value) => document with { Status = value })
            .Optional("right", new FlagShape(), (document, value) => document with { Right = value })
            .Optional(
                "by",
                new ChoiceShape<Answerer>("somebody who answers"),
                (document, value) => document with { By = value })
            .Optional(
                "signature",
                new ChoiceShape<AnswerSignature>("the signature of a failure"),
                (document, value) => document with { Signature = value })
            .Optional("slower-than", new RealDurationShape(), (document, value) => document with { SlowerThan = value });

    public Spanned<ImmutableArray<Spanned<int>>>? Status { get; init; }

    public Spanned<bool>? Right { get; init; }

    public Spanned<Answerer>? By { get; init; }

    public Spanned<AnswerSignature>? Signature { get; init; }

    public Spanned<TimeSpan>? SlowerThan { get; init; }

    /// <summary>True when nothing of it could be read.</summary>
    public bool IsEmpty => this is { Status: null, Right: null, By: null, Signature: null, SlowerThan: null };

    /// <summary>Only a failure is like this: a wrong answer, none at all, or a slow one.</summary>
    public bool MeansFailure =>
        Right is { Value: false }
        || (Status is { } status && status.Value.All(one => !IsRight(one.Value)))
        || By is { Value: Answerer.Gateway or Answerer.Nobody }
        || Signature is not null
        || SlowerThan is not null;

    /// <summary>Only what works is like this.</summary>
    public bool MeansSuccess =>
        !MeansFailure && (Right is { Value: true } || (Status is { } status && status.Value.All(one => IsRight(one.Value))));

    /// <summary>Answered 2xx.</summary>
    public static bool IsRight(int status) => status is >= 200 and < 300;
}
