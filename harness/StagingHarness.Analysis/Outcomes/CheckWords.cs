using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Outcomes;

/// <summary>What a look at an answer has shown, behind its status.</summary>
internal static class CheckWords
{
    /// <summary><c> wrong-content</c>; empty where the status says it all.</summary>
    public static string Behind(AnswerCheck check) => check switch
    {
        AnswerCheck.ByStatus => "",
        AnswerCheck.AsWanted => " as wanted",
        AnswerCheck.WrongStatus => " not wanted",
        AnswerCheck.WrongContent => " wrong-content",
        AnswerCheck.LetIn => " let-in",
        AnswerCheck.RedirectLoop => " redirect-loop",
    };
}
