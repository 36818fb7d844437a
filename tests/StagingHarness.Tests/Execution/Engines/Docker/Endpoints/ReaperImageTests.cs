using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Endpoints;

namespace StagingHarness.Tests.Execution.Engines.Docker.Endpoints;

public sealed class ReaperImageTests
{
    [Test]
    public void Image_is_that_of_testcontainers_unless_it_is_set()
    {
        ReaperImage.Choose(new FakeSurroundings().Build()).Should().Be(ReaperImage.Default);
        ReaperImage.Choose(new FakeSurroundings().WithVariable("TESTCONTAINERS_RYUK_CONTAINER_IMAGE", "my/ryuk:1").Build()).Should().Be("my/ryuk:1");
        ReaperImage.Choose(new FakeSurroundings().WithProperties("ryuk.container.image=my/ryuk:2").Build()).Should().Be("my/ryuk:2");
    }

    [Test]
    public void Image_is_none_where_the_reaper_is_switched_off()
    {
        ReaperImage.Choose(new FakeSurroundings().WithVariable("TESTCONTAINERS_RYUK_DISABLED", "true").Build()).Should().BeNull();
        ReaperImage.Choose(new FakeSurroundings().WithProperties("ryuk.disabled=1").Build()).Should().BeNull();
    }
}
