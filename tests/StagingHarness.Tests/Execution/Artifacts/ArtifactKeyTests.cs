using FluentAssertions;
using NUnit.Framework;

namespace StagingHarness.Tests.Execution.Artifacts;

/// <summary>A key that stays the same although an input changed would rehearse the wrong thing.</summary>
public sealed class ArtifactKeyTests
{
    private const string App = "system/app/App.csproj";

    private FakeTree _tree = new();

    [SetUp]
    public void WriteSystem()
    {
        _tree = new FakeTree();
        _tree.WriteProject(App, """
            <Import Project="..\build\common.targets" />
            <PropertyGroup Condition="Exists('..\switch.txt')"><AssemblyOriginatorKeyFile>../keys/key.snk</AssemblyOriginatorKeyFile></PropertyGroup>
            <PropertyGroup><DefineConstants>$(DefineConstants);$(Flavour)</DefineConstants></PropertyGroup>
            <ItemGroup>
              <Compile Include="$(MSBuildThisFileDirectory)..\shared\Shared.cs" />
              <Compile Include="..\globbed\**\*.cs" Link="x" />
              <EmbeddedResource Include="$(MSBuildProjectDirectory)/../res/text.txt" />
              <Reference Include="Lib"><HintPath>..\lib\Lib.dll</HintPath></Reference>
              <ProjectReference Include="..\contract\Contract.csproj" />
              <PackageReference Include="Some.Package" />
            </ItemGroup>
            """);
        _tree.Write("system/app/Program.cs", "1");
        _tree.Write("system/app/deep/er/File.txt", "1");
        _tree.Write("system/build/common.targets", "<Project><Import Project=\"more.props\" /></Project>");
        _tree.Write("system/build/more.props", "<Project><ItemGroup><Compile Include=\"../imported/Imported.cs\" /></ItemGroup></Project>");
        _tree.Write("system/imported/Imported.cs", "1");
        _tree.Write("system/keys/key.snk", "1");
        _tree.Write("system/shared/Shared.cs", "1");
        _tree.Write("system/globbed/a/b/Globbed.cs", "1");
        _tree.Write("system/globbed/obj/Odd.cs", "1");
        _tree.Write("system/res/text.txt", "1");
        _tree.Write("system/lib/Lib.dll", "1");
        _tree.WriteProject("system/contract/Contract.csproj", "<ItemGroup><ProjectReference Include=\"../base/Base.csproj\" /></ItemGroup>");
        _tree.Write("system/contract/IContract.cs", "1");
        _tree.WriteProject("system/base/Base.csproj", "");
        _tree.Write("system/base/Base.cs", "1");
        _tree.Write("system/Directory.Build.props", """
            <Project>
              <Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />
              <ItemGroup><AdditionalFiles Include="$(MSBuildThisFileDirectory)rules.txt" /></ItemGroup>
            </Project>
            """);
        _tree.Write("system/rules.txt", "1");
        _tree.Write("system/Directory.Packages.props", "<Project><ItemGroup><PackageVersion Include=\"Some.Package\" Version=\"1.0.0\" /></ItemGroup></Project>");
        _tree.Write("Directory.Build.props", "<Project><ItemGroup><Compile Include=\"$(MSBuildThisFileDirectory)Top.cs\" /></ItemGroup></Project>");
        _tree.Write("Directory.Build.targets", "<Project />");
        _tree.Write("Top.cs", "1");
        _tree.Write("nuget.config", "<configuration />");
        _tree.Write("global.json", "{}");
        _tree.Write(".editorconfig", "root = true");
    }

    [TearDown]
    public void DeleteSystem() => _tree.Remove();

    [Test]
    public void Key_of_unchanged_inputs_is_the_same_and_all_inputs_are_known()
    {
        _tree.KeyOf(App).Should().Be(_tree.KeyOf(App));
        _tree.Collect(App).Obstacles.Should().BeEmpty();
    }

    [TestCase("system/app/Program.cs")]
    [TestCase("system/app/deep/er/File.txt")]
    [TestCase("system/imported/Imported.cs")]
    [TestCase("system/keys/key.snk")]
    [TestCase("system/shared/Shared.cs")]
    [TestCase("system/globbed/a/b/Globbed.cs")]
    [TestCase("system/globbed/obj/Odd.cs")]
    [TestCase("system/res/text.txt")]
    [TestCase("system/lib/Lib.dll")]
    [TestCase("system/contract/IContract.cs")]
    [TestCase("system/base/Base.cs")]
    [TestCase("system/rules.txt")]
    [TestCase("Top.cs")]
    [TestCase("nuget.config")]
    [TestCase("global.json")]
    [TestCase(".editorconfig")]
    public void Key_changes_with_the_content_of_an_input(string file)
    {
        var before = _tree.KeyOf(App);

        _tree.Write(file, "changed");

        _tree.KeyOf(App).Should().NotBe(before);
    }

    [TestCase(App)]
    [TestCase("system/build/common.targets")]
    [TestCase("system/build/more.props")]
    [TestCase("system/contract/Contract.csproj")]
    [TestCase("system/base/Base.csproj")]
    [TestCase("system/Directory.Build.props")]
    [TestCase("system/Directory.Packages.props")]
    [TestCase("Directory.Build.props")]
    [TestCase("Directory.Build.targets")]
    public void Key_changes_with_the_content_of_a_project_file(string file)
    {
        var before = _tree.KeyOf(App);

        _tree.Write(file, File.ReadAllText(Path.Combine(_tree.Root, file)) + "<!-- changed -->");

        _tree.KeyOf(App).Should().NotBe(before);
    }

    [TestCase("system/app/New.cs")]
    [TestCase("system/globbed/New.cs")]
    [TestCase("system/contract/New.cs")]
    [TestCase("system/app/Directory.Build.targets")]
    [TestCase("system/switch.txt")]
    public void Key_changes_when_an_input_appears_and_back_when_it_goes(string file)
    {
        var before = _tree.KeyOf(App);

        _tree.Write(file, "<Project />");
        var with = _tree.KeyOf(App);
        _tree.Delete(file);

        with.Should().NotBe(before);
        _tree.KeyOf(App).Should().Be(before);
    }

    [TestCase("system/app/bin/Debug/App.dll")]
    [TestCase("system/app/obj/project.assets.json")]
    [TestCase("system/app/.stage/runs/1/journal.ndjson")]
    [TestCase("system/globbed/readme.md")]
    [TestCase("system/unrelated/Other.cs")]
    public void Key_does_not_change_with_what_the_build_does_not_read(string file)
    {
        var before = _tree.KeyOf(App);

        _tree.Write(file, "new");

        _tree.KeyOf(App).Should().Be(before);
    }

    [Test]
    public void Key_changes_with_the_sdks()
    {
        var before = _tree.KeyOf(App);

        _tree.Sdks = ["10.0.100", "10.0.200"];

        _tree.KeyOf(App).Should().NotBe(before);
    }

    [Test]
    public void Key_changes_with_an_environment_variable_that_the_project_uses_and_with_no_other()
    {
        var before = _tree.KeyOf(App);

        _tree.Environment["UNRELATED"] = "1";
        var unrelated = _tree.KeyOf(App);
        _tree.Environment["Flavour"] = "SWEET";

        unrelated.Should().Be(before);
        _tree.KeyOf(App).Should().NotBe(before);
    }

    [Test]
    public void Key_does_not_hold_where_the_system_lies()
    {
        var other = new FakeTree();
        foreach (var file in Directory.GetFiles(_tree.Root, "*", SearchOption.AllDirectories))
        {
            other.Write(Path.GetRelativePath(_tree.Root, file), File.ReadAllText(file));
        }

        var otherKey = other.KeyOf(App);
        other.Remove();

        otherKey.Should().Be(_tree.KeyOf(App));
    }
}
