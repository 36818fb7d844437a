using FluentAssertions;
using NUnit.Framework;

namespace StagingHarness.Tests.Execution.Artifacts;

/// <summary>What cannot be told from the files makes a project one that is published every time.</summary>
public sealed class ProjectInputCollectorTests
{
    private const string App = "app/App.csproj";

    private FakeTree _tree = new();

    [SetUp]
    public void Begin() => _tree = new FakeTree();

    [TearDown]
    public void End() => _tree.Remove();

    [TestCase("<ItemGroup><Compile Include=\"$(SharedDir)/A.cs\" /></ItemGroup>", "names '$(SharedDir)/A.cs', which only the build can tell")]
    [TestCase("<Import Project=\"$(Somewhere)/a.props\" />", "names '$(Somewhere)/a.props', which only the build can tell")]
    [TestCase("<Import Project=\"props/*.props\" />", "imports 'props/*.props', which only the build can tell")]
    [TestCase("<ItemGroup><ProjectReference Include=\"$(X)\" /></ItemGroup>", "names '$(X)', which only the build can tell")]
    [TestCase("<ItemGroup><ProjectReference Include=\"../none/None.csproj\" /></ItemGroup>", "None.csproj' does not exist")]
    [TestCase("<PropertyGroup><ApplicationIcon>$(X)icon.ico</ApplicationIcon></PropertyGroup>", "names '$(X)icon.ico', which only the build can tell")]
    [TestCase("<PropertyGroup><A>$([System.IO.File]::ReadAllText('x'))</A></PropertyGroup>", "calls '[System.IO.File]::ReadAllText'")]
    [TestCase("<PropertyGroup><A>$([System.DateTime]::UtcNow)</A></PropertyGroup>", "calls '[System.DateTime]::UtcNow'")]
    [TestCase("<Target Name=\"T\"><Exec Command=\"x\" /></Target>", "runs task 'Exec'")]
    [TestCase("<UsingTask TaskName=\"T\" AssemblyFile=\"t.dll\" />", "brings a task of its own")]
    [TestCase("<ItemGroup><PackageReference Include=\"P\" Version=\"1.*\" /></ItemGroup>", "takes the newest package that matches '1.*'")]
    [TestCase("<ItemGroup><PackageReference Include=\"P\"><Version>*</Version></PackageReference></ItemGroup>", "takes the newest package that matches '*'")]
    [TestCase("<PropertyGroup Condition=\"Exists('$(X)/y')\" />", "names '$(X)/y', which only the build can tell")]
    public void Input_that_only_the_build_can_tell_is_an_obstacle(string content, string obstacle)
    {
        _tree.WriteProject(App, content);

        _tree.Collect(App).Obstacles.Should().ContainSingle().Which.Should().Contain(obstacle);
    }

    [TestCase("<PropertyGroup><NoWarn>$(NoWarn);CS1591</NoWarn><Version>$(Major).0</Version></PropertyGroup>")]
    [TestCase("<ItemGroup><PackageReference Include=\"P\" Version=\"$(PVersion)\" /><Using Include=\"A.B\" /></ItemGroup>")]
    [TestCase("<ItemGroup><Compile Remove=\"$(X)/**\" /></ItemGroup>")]
    [TestCase("<PropertyGroup Condition=\"'$(CI)' == 'true' and $([MSBuild]::IsOSPlatform('linux'))\"><A>1</A></PropertyGroup>")]
    [TestCase("<Target Name=\"T\" BeforeTargets=\"Build\"><Message Text=\"x\" /><ItemGroup><Compile Include=\"A.cs\" /></ItemGroup></Target>")]
    [TestCase("<Import Sdk=\"Microsoft.NET.Sdk\" Project=\"Sdk.props\" />")]
    public void Everyday_project_has_no_obstacle(string content)
    {
        _tree.WriteProject(App, content);

        _tree.Collect(App).Obstacles.Should().BeEmpty();
    }

    [Test]
    public void Project_file_that_is_no_XML_is_an_obstacle()
    {
        _tree.Write(App, "<Project>");

        _tree.Collect(App).Obstacles.Should().ContainSingle().Which.Should().Contain("cannot be read");
    }

    [Test]
    public void Projects_that_refer_to_each_other_and_links_that_lead_back_end()
    {
        _tree.WriteProject(App, "<ItemGroup><ProjectReference Include=\"../b/B.csproj\" /></ItemGroup>");
        _tree.WriteProject("b/B.csproj", "<ItemGroup><ProjectReference Include=\"../app/App.csproj\" /></ItemGroup>");
        Directory.CreateSymbolicLink(Path.Combine(_tree.Root, "app", "loop"), Path.Combine(_tree.Root, "app"));

        var inputs = _tree.Collect(App);

        inputs.Files.Should().Contain(Path.Combine(_tree.Root, "b", "B.csproj"));
        inputs.Obstacles.Should().BeEmpty();
    }
}
