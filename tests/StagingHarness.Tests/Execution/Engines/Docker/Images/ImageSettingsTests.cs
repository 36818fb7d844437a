using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Images;

namespace StagingHarness.Tests.Execution.Engines.Docker.Images;

public sealed class ImageSettingsTests
{
    [TestCase(null)]
    [TestCase("")]
    [TestCase("  ")]
    public void Images_without_a_setting_are_the_default_then_the_local_one(string? value)
    {
        var settings = ImageSettings.From(_ => value);

        settings.BaseImage.FromSetting.Should().BeNull();
        settings.BaseImage.Candidates.Should().Equal("mcr.microsoft.com/dotnet/aspnet:10.0", "staging-harness/aspnet:10.0");
        settings.BaseImage.ToPull.Should().Be("mcr.microsoft.com/dotnet/aspnet:10.0");
        settings.DebianImage.Candidates.Should().Equal("debian:bookworm-slim", "staging-harness/debian:bookworm");
    }

    [Test]
    public void Image_of_a_setting_is_the_only_one()
    {
        var settings = ImageSettings.From(variable => variable == "STAGE_BASE_IMAGE" ? "my/aspnet:10.0" : null);

        settings.BaseImage.Candidates.Should().Equal("my/aspnet:10.0");
        settings.BaseImage.ToPull.Should().Be("my/aspnet:10.0");
        settings.DebianImage.FromSetting.Should().BeNull();
    }
}
