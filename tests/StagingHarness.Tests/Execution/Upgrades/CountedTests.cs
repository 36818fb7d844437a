using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Upgrades;

namespace StagingHarness.Tests.Execution.Upgrades;

public sealed class CountedTests
{
    [TestCase(1, "1 server holds")]
    [TestCase(4, "4 servers hold")]
    public void Servers_areCountedInASentence(int count, string words) => Counted.Servers(count, "holds", "hold").Should().Be(words);
}
