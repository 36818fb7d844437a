using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>What is asked of an answer.</summary>
internal sealed record AnswerConditionDocument
{
    /// <summary>What somebody gets who shows no valid credentials, where nothing else is asked for.</summary>
    public const int RefusedStatus = 401;

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

    /// <summary>Answered 2xx.</summary>
    public static bool IsRight(int status) => status is >= 200 and < 300;

    /// <summary>Only a failure is like this: a wrong answer, none at all, or a slow one.</summary>
    /// <param name="mayBeRight">A request is answered rightly with this status.</param>
    public bool MeansFailure(Func<int, bool> mayBeRight) =>
        Right is { Value: false }
        || (Status is { } status && status.Value.All(one => !mayBeRight(one.Value)))
        || By is { Value: Answerer.Gateway or Answerer.Nobody }
        || Signature is not null
        || SlowerThan is not null;

    /// <summary>Only what works is like this.</summary>
    /// <param name="mayBeRight">A request is answered rightly with this status.</param>
    /// <param name="isAlwaysRight">All of them are.</param>
    public bool MeansSuccess(Func<int, bool> mayBeRight, Func<int, bool> isAlwaysRight) =>
        !MeansFailure(mayBeRight)
        && (Right is { Value: true } || (Status is { } status && status.Value.All(one => isAlwaysRight(one.Value))));
}
