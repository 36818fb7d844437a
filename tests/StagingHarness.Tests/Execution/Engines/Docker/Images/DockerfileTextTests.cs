using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Images;

namespace StagingHarness.Tests.Execution.Engines.Docker.Images;

public sealed class DockerfileTextTests
{
    [Test]
    public void Platform_is_a_layer_that_says_what_runs() =>
        DockerfileText.ForProject("base:10.0", "/stage/platform", "Portal.dll").Should().Be(
            """
            FROM base:10.0
            COPY . /stage/platform/
            WORKDIR /stage/platform
            ENTRYPOINT ["dotnet", "/stage/platform/Portal.dll"]
            CMD []

            """.ReplaceLineEndings("\n"));

    [Test]
    public void Release_is_a_layer_upon_it_that_changes_nothing_else() =>
        DockerfileText.ForProject("platform:1", "/stage/release", program: null).Should().Be(
            """
            FROM platform:1
            COPY . /stage/release/

            """.ReplaceLineEndings("\n"));

    [Test]
    public void Files_go_to_a_path_each() =>
        DockerfileText.ForFiles("web:1", [("conf", "/etc/web.conf"), ("page", "/srv/a b.html")]).Should().Be(
            """
            FROM web:1
            COPY ["conf", "/etc/web.conf"]
            COPY ["page", "/srv/a b.html"]

            """.ReplaceLineEndings("\n"));

    [TestCase("ARG DEBIAN_IMAGE=debian:bookworm-slim\nFROM ${DEBIAN_IMAGE}\n", true)]
    [TestCase("FROM scratch\n  arg DEBIAN_IMAGE\n", true)]
    [TestCase("FROM debian\nARG DEBIAN_IMAGES=1\n", false)]
    [TestCase("FROM debian\n# ARG DEBIAN_IMAGE\n", false)]
    public void Argument_is_given_to_those_who_declare_it(string text, bool declares) =>
        DockerfileText.Declares(text, "DEBIAN_IMAGE").Should().Be(declares);
}
