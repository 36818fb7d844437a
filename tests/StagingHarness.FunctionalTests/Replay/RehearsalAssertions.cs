using FluentAssertions;
using StagingHarness.Rehearsals;
using StagingHarness.Reporting.Terminal;

namespace StagingHarness.FunctionalTests.Replay;

/// <summary>What a rehearsal ended with. Where it is not what was asked for, the report of the run says why.</summary>
internal static class RehearsalAssertions
{
    public static void ShouldExitWith(this RehearsalResult result, params int[] exitCodes) =>
        result.Verdict.ExitCode.Should().BeOneOf(
            exitCodes, "the run ended so:\n{0}\n", LastBlock.Print(result.Verdict, result.Record, result.Folder.Path, TerminalStyle.Plain));
}
