using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems.Attestation;

namespace StagingHarness.Tests.Execution.Stages;

public sealed class JsonAttestationTests
{
    private static readonly JsonAttestationPlan Plan = new()
    {
        Path = "/version",
        ReleasePointer = "/app/release",
        PlatformPointer = "/a~1b/~0p",
        LibrariesPointer = "/libraries",
    };

    [Test]
    public void Document_isReadAtThePointers()
    {
        var (version, libraries) = JsonAttestation.Read(
            "portal-1", """{ "app": { "release": "2.0" }, "a/b": { "~p": "1" }, "libraries": { "Auth": "7.7.3" } }""", Plan);

        version.Should().Be(new ServerVersion("2.0", "1"));
        libraries.Should().Equal(new Dictionary<string, string> { ["Auth"] = "7.7.3" });
    }

    [Test]
    public void Libraries_thatAreNotAskedFor_areNone()
    {
        var (_, libraries) = JsonAttestation.Read(
            "portal-1", """{ "app": { "release": "2.0" }, "a/b": { "~p": "1" } }""", Plan with { LibrariesPointer = null });

        libraries.Should().BeEmpty();
    }

    [Test]
    public void Platform_thatIsNotAskedFor_isNone() =>
        JsonAttestation.Read("portal-1", """{ "app": { "release": "2.0" }, "libraries": {} }""", Plan with { PlatformPointer = null }).Version
            .Should().Be(new ServerVersion("2.0", ServerVersion.NoPlatform));

    [TestCase("""{ "app": { "release": 2 }, "a/b": { "~p": "1" }, "libraries": {} }""", "text", "/app/release")]
    [TestCase("""{ "app": "2.0", "a/b": { "~p": "1" }, "libraries": {} }""", "text", "/app/release")]
    [TestCase("""{ "app": { "release": "2.0" }, "a": { "b": { "~p": "1" } }, "libraries": {} }""", "text", "/a~1b/~0p")]
    [TestCase("""{ "app": { "release": "2.0" }, "a/b": { "~p": "1" }, "libraries": [] }""", "object of library name to version", "/libraries")]
    public void Document_withoutWhatIsWanted_saysWhatIsMissingWhere(string document, string wanted, string place)
    {
        var read = () => JsonAttestation.Read("portal-1", document, Plan);

        read.Should().Throw<NoEffectException>().WithMessage(
            $"Instance 'portal-1' attests no version: its document holds no {wanted} at '{place}'. Correct 'attest' in the system file.");
    }

    [Test]
    public void Document_thatIsNoJson_saysSo()
    {
        var read = () => JsonAttestation.Read("portal-1", "<html>", Plan);

        read.Should().Throw<NoEffectException>().WithMessage(
            "Instance 'portal-1' attests nothing: '/version' is not JSON (*) Correct 'attest.path' in the system file.");
    }
}
