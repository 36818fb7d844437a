using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Artifacts;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Programs;
using StagingHarness.FunctionalTests.Engines;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.FunctionalTests.Artifacts;

/// <summary>Real builds of a small system: two apps of one name on one shared project, with a shared source file.</summary>
public sealed class ProjectPublisherTests : StageFixture
{
    private static readonly string[] Versions = ["1", "2"];

    private string _root = "";

    [SetUp]
    public void WriteSystem()
    {
        _root = Directory.CreateTempSubdirectory("system-").FullName;
        Write("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        Write("shared/Greeting.cs", "internal static class Greeting { public const string Text = \"one\"; }");
        Write("contract/Contract.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        Write("contract/IContract.cs", "public interface IContract;");
        foreach (var version in Versions)
        {
            Write($"app/{version}/App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
                  <ItemGroup>
                    <Compile Include="..\..\shared\Greeting.cs" />
                    <ProjectReference Include="..\..\contract\Contract.csproj" />
                  </ItemGroup>
                </Project>
                """);
            Write($"app/{version}/Program.cs", $"System.Console.WriteLine(Greeting.Text + \"{version}\" + typeof(IContract));");
        }
    }

    [TearDown]
    public void DeleteSystem() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task Projects_are_published_once_and_again_only_when_an_input_changes()
    {
        var first = await PublishAsync(new ListProgress());
        var again = await PublishAsync(new ListProgress());
        Write("shared/Greeting.cs", "internal static class Greeting { public const string Text = \"two\"; }");
        var changed = await PublishAsync(new ListProgress());

        first.Should().OnlyContain(project => !project.FromCache);
        first.Should().OnlyContain(project => File.Exists(Path.Combine(project.Folder, "App.dll"))
            && File.Exists(Path.Combine(project.Folder, "Contract.dll")) && File.Exists(Path.Combine(project.Folder, "App.runtimeconfig.json")));
        first[0].Digest.Should().NotBe(first[1].Digest);
        again.Should().OnlyContain(project => project.FromCache);
        again.Select(project => project.Digest).Should().Equal(first.Select(project => project.Digest));
        changed.Should().OnlyContain(project => !project.FromCache);
        (await File.ReadAllBytesAsync(Path.Combine(changed[0].Folder, "App.dll"))).Should()
            .NotEqual(await File.ReadAllBytesAsync(Path.Combine(first[0].Folder, "App.dll")));
        Directory.GetDirectories(_root, "obj", SearchOption.AllDirectories)
            .Concat(Directory.GetDirectories(_root, "bin", SearchOption.AllDirectories))
            .Where(folder => !folder.Contains(".stage")).Should().BeEmpty("the user's tree is not written to");
    }

    [Test]
    [Category("Nightly")]
    public async Task Input_that_comes_back_with_an_older_time_is_built_nonetheless()
    {
        var old = Path.Combine(_root, "shared", "Greeting.cs");
        var first = await PublishAsync(new ListProgress());
        Write("shared/Greeting.cs", "internal static class Greeting { public const string Text = \"older\"; }");
        File.SetLastWriteTimeUtc(old, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var second = await PublishAsync(new ListProgress());

        second[0].Digest.Should().NotBe(first[0].Digest);
    }

    [Test]
    public async Task Project_that_does_not_build_is_told_with_the_lines_of_its_errors_and_is_not_cached()
    {
        Write("app/2/Program.cs", "this is no C#");

        var publish = () => PublishAsync(new ListProgress());

        var failure = (await publish.Should().ThrowAsync<ArtifactBuildException>()).Which;
        failure.Message.Should().StartWith("Artifact 'app/2' could not be built: 'app/2/App.csproj' does not build.").And.Contain("Program.cs(1,").And.Contain("error CS");
        Write("app/2/Program.cs", "System.Console.WriteLine(1);");
        (await PublishAsync(new ListProgress())).Should().OnlyContain(project => !project.FromCache);
    }

    [Test]
    [Category("Nightly")]
    public async Task Publish_that_is_cut_off_is_not_taken_for_one_that_ended()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        var publish = () => Publisher().PublishAsync(Plans(), new ListProgress(), cancellation.Token);

        await publish.Should().ThrowAsync<OperationCanceledException>();
        (await PublishAsync(new ListProgress())).Should().OnlyContain(project => !project.FromCache);
    }

    [Test]
    public async Task Runs_that_publish_at_once_build_once_and_get_the_same()
    {
        var progress = new ListProgress();
        var results = await Task.WhenAll(PublishAsync(progress), PublishAsync(progress));

        results.Select(result => result.Count(project => project.FromCache)).Should().BeEquivalentTo([0, 2]);
        results[0].Select(project => project.Digest).Should().Equal(results[1].Select(project => project.Digest));
    }

    [Test]
    [Category("Nightly")]
    public async Task Project_whose_inputs_cannot_be_told_is_published_every_time_and_says_why()
    {
        Write("app/1/Directory.Build.targets", "<Project><Target Name=\"Own\"><Exec Command=\"true\" /></Target></Project>");
        await PublishAsync(new ListProgress());
        var progress = new ListProgress();

        var again = await PublishAsync(progress);

        again.Select(project => project.FromCache).Should().Equal(false, true);
        progress.Lines.Should().Contain(line => line.StartsWith("app/1: publishing, as in every run, since target 'Own' of '") && line.EndsWith("runs task 'Exec'"));
    }

    private static ImmutableArray<ProjectArtifactPlan> Plans() =>
    [
        .. Versions.Select(version => new ProjectArtifactPlan
        {
            Id = $"app/{version}",
            Place = new SourcePlace("app.system.yaml", 1, 1),
            ProjectFile = $"app/{version}/App.csproj",
        }),
    ];

    private ProjectPublisher Publisher() => new(
        _root, Path.Combine(_root, ".stage", "artifacts"), new HarnessProgramLocator(AppContext.BaseDirectory), TimeProvider.System);

    private Task<ImmutableArray<PublishedProject>> PublishAsync(IProgress<string> progress) =>
        Publisher().PublishAsync(Plans(), progress, CancellationToken.None);

    private void Write(string path, string content)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
