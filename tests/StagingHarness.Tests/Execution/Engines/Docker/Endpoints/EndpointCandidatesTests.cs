using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Endpoints;

namespace StagingHarness.Tests.Execution.Engines.Docker.Endpoints;

public sealed class EndpointCandidatesTests
{
    private const string RemoteContext = """{"Name":"lab","Endpoints":{"docker":{"Host":"tcp://10.0.0.7:2375"}}}""";

    [Test]
    public void Candidates_without_a_setting_are_the_usual_sockets_in_their_order() =>
        List(new FakeSurroundings().WithVariable("XDG_RUNTIME_DIR", "/run/user/1000")).Should().Equal(
            "unix:///var/run/docker.sock (usual socket)",
            "unix:///home/ann/.docker/desktop/docker.sock (Docker Desktop)",
            "unix:///run/user/1000/docker.sock (rootless Docker)",
            "unix:///home/ann/.docker/run/docker.sock (Docker Desktop or rootless Docker)",
            "unix:///run/user/1000/podman/podman.sock (rootless Podman)",
            "unix:///run/podman/podman.sock (Podman)");

    [Test]
    public void Candidates_without_a_runtime_folder_are_found_by_the_users_id() =>
        List(new FakeSurroundings()).Should().Equal(
            "unix:///var/run/docker.sock (usual socket)",
            "unix:///home/ann/.docker/desktop/docker.sock (Docker Desktop)",
            "unix:///home/ann/.docker/run/docker.sock (Docker Desktop or rootless Docker)",
            "unix:///run/user/1000/docker.sock (rootless Docker)",
            "unix:///run/user/1000/podman/podman.sock (rootless Podman)",
            "unix:///run/podman/podman.sock (Podman)");

    [Test]
    public void Candidate_on_windows_is_the_usual_pipe() =>
        List(new FakeSurroundings { IsWindows = true }).Should().Equal("npipe://./pipe/docker_engine (usual pipe)");

    [Test]
    public void Choice_of_testcontainers_wins_over_all_others() =>
        List(new FakeSurroundings()
                .WithVariable("DOCKER_HOST", "unix:///a.sock")
                .WithProperties("# comment\n\ndocker.host = unix:///b.sock\ntc.host=tcp://127.0.0.1:33\n"))
            .Should().Equal("tcp://127.0.0.1:33 ('tc.host' in ~/.testcontainers.properties), chosen");

    [Test]
    public void Variable_wins_over_properties_and_contexts() =>
        List(new FakeSurroundings()
                .WithVariable("DOCKER_HOST", " unix:///a.sock ")
                .WithVariable("DOCKER_CONTEXT", "lab")
                .WithProperties("docker.host = unix:///b.sock"))
            .Should().Equal("unix:///a.sock (variable DOCKER_HOST), chosen");

    [TestCase("docker.host = unix:///b.sock")]
    [TestCase("docker.host=unix:///b.sock")]
    [TestCase("docker.host: unix:///b.sock\r")]
    [TestCase("docker.host unix:///b.sock")]
    public void Properties_are_read_in_each_of_their_forms(string line) =>
        List(new FakeSurroundings().WithProperties(line))
            .Should().Equal("unix:///b.sock ('docker.host' in ~/.testcontainers.properties), chosen");

    [Test]
    public void Context_of_the_variable_is_read_from_the_docker_commands_files() =>
        List(new FakeSurroundings().WithVariable("DOCKER_CONTEXT", "lab").WithContext("lab", RemoteContext))
            .Should().Equal("tcp://10.0.0.7:2375 (context 'lab' (variable DOCKER_CONTEXT)), chosen");

    [Test]
    public void Current_context_is_read_from_the_folder_that_is_set() =>
        List(new FakeSurroundings()
                .WithVariable("DOCKER_CONFIG", "/etc/dk")
                .WithFile("/etc/dk/config.json", """{"auths":{},"currentContext":"lab"}""")
                .WithContext("lab", RemoteContext, "/etc/dk"))
            .Should().Equal("tcp://10.0.0.7:2375 (context 'lab' ('currentContext' in '/etc/dk/config.json')), chosen");

    [TestCase("""{"currentContext":"default"}""")]
    [TestCase("""{"currentContext":""}""")]
    [TestCase("""{"currentContext":7}""")]
    [TestCase("[]")]
    [TestCase("{")]
    public void Configuration_without_a_current_context_leaves_the_usual_sockets(string config) =>
        List(new FakeSurroundings().WithFile("/home/ann/.docker/config.json", config)).Should().HaveCount(6);

    [Test]
    public void Context_that_does_not_exist_is_told() =>
        Refusal(new FakeSurroundings().WithVariable("DOCKER_CONTEXT", "lab")).Should()
            .StartWith("Value 'lab' of variable DOCKER_CONTEXT cannot be used: there is no such context ('/home/ann/.docker/contexts/meta/")
            .And.EndWith("/meta.json' cannot be read). See 'docker context ls'.");

    [TestCase("{}")]
    [TestCase("{")]
    [TestCase("7")]
    [TestCase("""{"Endpoints":{"docker":{"Host":""}}}""")]
    public void Context_without_an_address_is_told(string metadata) =>
        Refusal(new FakeSurroundings().WithVariable("DOCKER_CONTEXT", "lab").WithContext("lab", metadata)).Should()
            .EndWith("/meta.json' names no address of an engine. See 'docker context inspect'.");

    [TestCase("/var/run/docker.sock")]
    [TestCase("docker")]
    [TestCase("127.0.0.1:2375")]
    [TestCase("unix:/a.sock")]
    public void Address_that_is_none_is_told(string address) =>
        Refusal(new FakeSurroundings().WithVariable("DOCKER_HOST", address)).Should()
            .Be($"Value '{address}' of variable DOCKER_HOST cannot be used: it is no address. Write it as 'unix:///var/run/docker.sock' or 'tcp://127.0.0.1:2375'.");

    [Test]
    public void Address_in_a_language_that_is_not_spoken_is_told() =>
        Refusal(new FakeSurroundings().WithVariable("DOCKER_HOST", "ssh://ann@lab")).Should()
            .Be("Value 'ssh://ann@lab' of variable DOCKER_HOST cannot be used: the harness does not speak 'ssh'. "
                + "Name an engine of this machine, such as 'unix:///var/run/docker.sock'.");

    [Test]
    public void Pipe_of_the_docker_command_is_understood() =>
        List(new FakeSurroundings { IsWindows = true }.WithVariable("DOCKER_HOST", "npipe:////./pipe/podman"))
            .Should().Equal("npipe://./pipe/podman (variable DOCKER_HOST), chosen");

    [TestCase("DOCKER_TLS_VERIFY", "1", "tcp://127.0.0.1:2376", true)]
    [TestCase("DOCKER_TLS", "true", "tcp://127.0.0.1:2376", true)]
    [TestCase("DOCKER_TLS_VERIFY", "0", "tcp://127.0.0.1:2376", false)]
    [TestCase("DOCKER_TLS_VERIFY", "1", "unix:///a.sock", false)]
    public void Certificates_are_for_addresses_of_the_network(string variable, string value, string address, bool isTls) =>
        EndpointCandidates.List(new FakeSurroundings().WithVariable("DOCKER_HOST", address).WithVariable(variable, value).Build())
            .Should().ContainSingle().Which.IsTls.Should().Be(isTls);

    [Test]
    public void Certificates_without_an_address_mean_the_usual_port() =>
        List(new FakeSurroundings().WithVariable("DOCKER_TLS_VERIFY", "1"))
            .Should().Equal("tcp://localhost:2376 (variable DOCKER_TLS_VERIFY), chosen");

    [TestCase("tcp://10.0.0.7:2375", true)]
    [TestCase("tcp://docker:2375", true)]
    [TestCase("https://lab.example:2376", true)]
    [TestCase("tcp://localhost:2375", false)]
    [TestCase("tcp://127.0.0.1:2375", false)]
    [TestCase("tcp://127.1.2.3:2375", false)]
    [TestCase("tcp://[::1]:2375", false)]
    [TestCase("unix:///a.sock", false)]
    [TestCase("npipe://./pipe/docker_engine", false)]
    public void Remote_is_what_another_host_answers(string address, bool isRemote) =>
        EndpointCandidates.List(new FakeSurroundings().WithVariable("DOCKER_HOST", address).Build())
            .Should().ContainSingle().Which.IsRemote.Should().Be(isRemote);

    private static string[] List(FakeSurroundings surroundings) =>
    [
        .. EndpointCandidates.List(surroundings.Build())
            .Select(candidate => $"{candidate.Address.OriginalString} ({candidate.Source}){(candidate.IsExplicit ? ", chosen" : "")}"),
    ];

    private static string Refusal(FakeSurroundings surroundings) =>
        new Action(() => EndpointCandidates.List(surroundings.Build())).Should().Throw<DockerSettingException>().Which.Message;
}
