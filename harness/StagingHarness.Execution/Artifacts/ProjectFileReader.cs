using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace StagingHarness.Execution.Artifacts;

/// <summary>Reads one file in MSBuild's language and names all that it leads to.</summary>
internal sealed partial class ProjectFileReader
{
    // Their Include is a name, never a file.
    private static readonly HashSet<string> NameItems = new(StringComparer.OrdinalIgnoreCase)
    {
        "PackageReference", "PackageVersion", "GlobalPackageReference", "PackageDownload", "FrameworkReference", "KnownFrameworkReference",
        "Using", "InternalsVisibleTo", "AssemblyAttribute", "AssemblyMetadata", "RuntimeHostConfigurationOption", "ProjectCapability",
        "TrimmerRootAssembly", "SupportedPlatform", "CompilerVisibleProperty", "CompilerVisibleItemMetadata",
    };

    // What a target may do without reading anything that is not collected here.
    private static readonly HashSet<string> HarmlessInTargets = new(StringComparer.OrdinalIgnoreCase)
    {
        "PropertyGroup", "ItemGroup", "Message", "Warning", "Error", "CallTarget", "OnError",
    };

    private readonly string _projectFile;
    private readonly string _projectFolder;
    private readonly string _file;
    private readonly string _fileFolder;
    private readonly IProjectFileVisitor _visitor;
    private readonly MsBuildText _text;

    public ProjectFileReader(string projectFile, string file, IProjectFileVisitor visitor)
    {
        _projectFile = projectFile;
        _projectFolder = Path.GetDirectoryName(projectFile)!;
        _file = file;
        _fileFolder = Path.GetDirectoryName(file)!;
        _visitor = visitor;
        _text = new MsBuildText(projectFile, file);
    }

    public void Read()
    {
        XElement root;
        try
        {
            root = XDocument.Load(_file).Root!;
        }
        catch (XmlException exception)
        {
            _visitor.AddObstacle($"'{_file}' cannot be read: {exception.Message}");
            return;
        }

        foreach (var element in root.DescendantsAndSelf())
        {
            ReadElement(element);
        }
    }

    private void ReadElement(XElement element)
    {
        ReadText(element);
        switch (element.Name.LocalName)
        {
            case "Import":
                ReadImport(element);
                break;
            case "UsingTask":
                _visitor.AddObstacle($"'{_file}' brings a task of its own");
                break;
            case "Target":
                ReadTarget(element);
                break;
            default:
                ReadItemOrProperty(element);
                break;
        }
    }

    private void ReadText(XElement element)
    {
        var texts = element.Attributes().Select(attribute => attribute.Value)
            .Concat(element.Nodes().OfType<XText>().Select(node => node.Value));
        foreach (var text in texts)
        {
            foreach (var property in MsBuildText.PropertiesIn(text))
            {
                _visitor.AddProperty(property);
            }

            foreach (var function in MsBuildText.ImpureFunctionsIn(text))
            {
                _visitor.AddObstacle($"'{_file}' calls '{function}'");
            }

            foreach (Match exists in Exists().Matches(text))
            {
                AddNamed(exists.Groups["path"].Value, _projectFolder, mustBeKnown: true);
                AddNamed(exists.Groups["path"].Value, _fileFolder, mustBeKnown: true);
            }
        }
    }

    private void ReadImport(XElement import)
    {
        if (import.Attribute("Sdk") is not null || import.Attribute("Project")?.Value is not { Length: > 0 } path)
        {
            return;
        }

        if (path.IndexOfAny(['*', '?']) >= 0)
        {
            _visitor.AddObstacle($"'{_file}' imports '{path}', which only the build can tell");
            return;
        }

        foreach (var file in Resolve(path, _fileFolder, mustBeKnown: true).Where(File.Exists))
        {
            _visitor.AddMsBuildFile(_projectFile, file);
        }
    }

    private void ReadTarget(XElement target)
    {
        foreach (var task in target.Elements().Where(child => !HarmlessInTargets.Contains(child.Name.LocalName)))
        {
            _visitor.AddObstacle($"target '{target.Attribute("Name")?.Value}' of '{_file}' runs task '{task.Name.LocalName}'");
        }
    }

    private void ReadItemOrProperty(XElement element)
    {
        var isItem = element.Parent?.Name.LocalName == "ItemGroup";
        var isName = isItem && NameItems.Contains(element.Name.LocalName);
        foreach (var attribute in element.Attributes().Where(attribute => attribute.Name.LocalName is not ("Condition" or "Label" or "Exclude" or "Remove")))
        {
            switch (attribute.Name.LocalName)
            {
                case "Include" or "Update" when isItem:
                    if (!isName)
                    {
                        ReadInclude(element.Name.LocalName, attribute.Value);
                    }

                    break;
                case "Version" or "VersionOverride" when isName:
                    CheckVersion(attribute.Value);
                    break;
                default:
                    AddNamed(attribute.Value, _projectFolder, mustBeKnown: false);
                    break;
            }
        }

        if (element.HasElements || element.Value.Length == 0)
        {
            return;
        }

        if (element.Name.LocalName is "Version" or "VersionOverride" && element.Parent is { } parent && NameItems.Contains(parent.Name.LocalName))
        {
            CheckVersion(element.Value);
        }

        AddNamed(element.Value, _projectFolder, mustBeKnown: false);
        AddNamed(element.Value, _fileFolder, mustBeKnown: false);
    }

    private void ReadInclude(string itemType, string include)
    {
        foreach (var path in Resolve(include, _projectFolder, mustBeKnown: true))
        {
            if (itemType == "ProjectReference")
            {
                _visitor.AddProject(path);
            }
            else
            {
                AddPath(path);
            }
        }
    }

    private void CheckVersion(string version)
    {
        if (version.Contains('*', StringComparison.Ordinal))
        {
            _visitor.AddObstacle($"'{_file}' takes the newest package that matches '{version}'");
        }
    }

    private void AddNamed(string text, string baseFolder, bool mustBeKnown)
    {
        foreach (var path in Resolve(text, baseFolder, mustBeKnown).Where(File.Exists))
        {
            AddPath(path);
        }
    }

    private void AddPath(string path)
    {
        if (File.Exists(path))
        {
            if (MsBuildFile().IsMatch(path))
            {
                _visitor.AddMsBuildFile(_projectFile, path);
            }
            else
            {
                _visitor.AddFile(path);
            }
        }
        else if (Directory.Exists(path) && path != _projectFolder)
        {
            _visitor.AddFiles(SourceTree.FilesMatching(path + "/**"));
        }
    }

    /// <summary>Full paths of what a list names; wildcards are handed on as files at once.</summary>
    private IEnumerable<string> Resolve(string list, string baseFolder, bool mustBeKnown)
    {
        foreach (var entry in list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // Items made of other items: those are read where they are named.
            if (entry.StartsWith("@(", StringComparison.Ordinal) && !entry.Contains("$(", StringComparison.Ordinal))
            {
                continue;
            }

            var path = entry.Contains("%(", StringComparison.Ordinal) ? null : _text.Expand(entry);
            if (path is null)
            {
                if (mustBeKnown || LooksLikePath().IsMatch(entry))
                {
                    _visitor.AddObstacle($"'{_file}' names '{entry}', which only the build can tell");
                }
            }
            else if (path.IndexOfAny(['*', '?']) >= 0)
            {
                if (mustBeKnown)
                {
                    _visitor.AddFiles(FilesOf(Path.Combine(baseFolder, path)));
                }
            }
            else if (path.Length > 0 && path.IndexOfAny(Path.GetInvalidPathChars()) < 0)
            {
                yield return Path.GetFullPath(path, baseFolder);
            }
        }
    }

    /// <summary>The project's own folder is collected already, without what builds write there.</summary>
    private IEnumerable<string> FilesOf(string pattern)
    {
        var normal = pattern.Replace('\\', '/');
        return Path.GetFullPath(normal[..(normal.LastIndexOf('/', normal.IndexOfAny(['*', '?'])) + 1)]) == _projectFolder + "/"
            ? []
            : SourceTree.FilesMatching(normal);
    }

    [GeneratedRegex(@"Exists\(\s*'(?<path>[^']+)'\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex Exists();

    [GeneratedRegex(@"\.(props|targets|tasks|\w*proj)$", RegexOptions.IgnoreCase)]
    private static partial Regex MsBuildFile();

    [GeneratedRegex(@"[/\\]|\)[A-Za-z0-9_-]+\.[A-Za-z]\w*$")]
    private static partial Regex LooksLikePath();
}
