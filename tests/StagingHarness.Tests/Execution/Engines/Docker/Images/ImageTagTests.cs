using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Images;

namespace StagingHarness.Tests.Execution.Engines.Docker.Images;

public sealed class ImageTagTests
{
    [TestCase("portal/platform/1", "staging-harness/portal-platform-1:")]
    [TestCase("Web_Shop/release/2.0", "staging-harness/web-shop-release-2-0:")]
    [TestCase("///", "staging-harness/image:")]
    public void Subject_becomes_a_name_that_engines_take(string subject, string name) =>
        ImageTag.Create(subject, "content").Should().MatchRegex($"^{name}[0-9a-f]{{24}}$");

    [Test]
    public void Same_content_has_the_same_tag() =>
        ImageTag.Create("portal", "base", "digest").Should().Be(ImageTag.Create("portal", "base", "digest"));

    [TestCase("other", "digest")]
    [TestCase("base", "other")]
    [TestCase("based", "igest")]
    [TestCase("", "basedigest")]
    public void Other_content_has_another_tag(string first, string second) =>
        ImageTag.Create("portal", first, second).Should().NotBe(ImageTag.Create("portal", "base", "digest"));
}
