using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Browser;

namespace StagingHarness.Tests.Browser;

public sealed class BrowserProgramTests
{
    private const string Own = "/home/me/.cache/ms-playwright/chromium-1/chrome-linux/chrome";

    [TestCase("/opt/browser", Own, "/opt/browser", "/opt/browser", Own, "/usr/bin/chromium", TestName = "What_is_named_comes_first")]
    [TestCase(null, Own, Own, Own, "/usr/bin/chromium", TestName = "Then_the_one_that_Playwright_has_installed")]
    [TestCase(null, Own, "/usr/bin/google-chrome", "/usr/bin/google-chrome", TestName = "Then_the_one_of_the_system")]
    [TestCase(null, null, null, TestName = "There_may_be_none")]
    [TestCase("/opt/browser", Own, null, Own, TestName = "What_is_named_and_not_there_is_not_replaced")]
    public void Find(string? named, string? ofPlaywright, string? found, params string[] there) =>
        BrowserProgram.Find(ofPlaywright, _ => named, there.Contains).Should().Be(found);

    [Test]
    public void Name_of_nothing_is_told_as_such()
    {
        BrowserProgram.WhyMissing(_ => "/opt/browser").Should().Contain("STAGE_BROWSER names '/opt/browser', and no such file is there");
        BrowserProgram.WhyMissing(_ => null).Should().Contain("no browser was found");
    }
}
