using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Tests.Execution.Supervision;

public sealed class ProcessTableTests
{
    // Flags stand behind the terminal's group; the start is the last field here.
    [TestCase("7 (stage) S 1 7 7 0 -1 4194560 0 0 0 0 3 1 0 0 20 0 9 0 4711", "4711")]
    [TestCase("7 (a) b) c) R 1 7 7 0 -1 4194560 0 0 0 0 3 1 0 0 20 0 9 0 4711", "4711")]
    [TestCase("7 (stage) Z 1 7 7 0 -1 4194560 0 0 0 0 3 1 0 0 20 0 9 0 4711", null)]
    [TestCase("2 (kthreadd) S 0 0 0 0 -1 2129984 0 0 0 0 0 0 0 0 20 0 1 0 6", null)]
    [TestCase("2 (not the kernel's) S 0 0 0 0 -1 32832 0 0 0 0 0 0 0 0 20 0 1 0 6", "6")]
    public void Start_is_that_of_a_living_process_and_of_no_thread_of_the_kernel(string stat, string? start) =>
        ProcessTable.StartIn(stat).Should().Be(start);
}
