using System.Security.Cryptography;
using System.Text;
using StagingHarness.Execution.Engines.Docker.Endpoints;

namespace StagingHarness.Tests.Execution.Engines.Docker.Endpoints;

/// <summary>An environment and a file system that hold what the test says; the user is 'ann', with the id 1000.</summary>
internal sealed class FakeSurroundings
{
    private readonly Dictionary<string, string> _variables = [];
    private readonly Dictionary<string, string> _files = [];

    public bool IsWindows { get; init; }

    public FakeSurroundings WithVariable(string name, string value)
    {
        _variables[name] = value;
        return this;
    }

    public FakeSurroundings WithFile(string path, string content)
    {
        _files[path] = content;
        return this;
    }

    public FakeSurroundings WithProperties(string content) => WithFile("/home/ann/.testcontainers.properties", content);

    public FakeSurroundings WithContext(string name, string metadata, string configFolder = "/home/ann/.docker")
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        return WithFile($"{configFolder}/contexts/meta/{hash}/meta.json", metadata);
    }

    public EndpointSurroundings Build() => new()
    {
        Variable = _variables.GetValueOrDefault,
        ReadFile = _files.GetValueOrDefault,
        HomeFolder = "/home/ann",
        UserId = IsWindows ? null : "1000",
    };
}
