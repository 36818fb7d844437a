using FluentAssertions;
using NUnit.Framework;
using StagingHarness.TestKit.Records;
using StagingHarness.Analysis.Causes;

namespace StagingHarness.Tests.Analysis.Causes;

public sealed class ErrorReaderTests
{
    [Test]
    public void Indented_exception_is_read()
    {
        var error = ErrorReader.Read("      " + PortalLogs.MissingLibrary)!;

        error.Type.Should().Be("System.IO.FileNotFoundException");
        error.Message.Should().Be(
            "Could not load file or assembly 'Microsoft.IdentityModel.Tokens, Version=8.23.0.0'. The system cannot find the file specified.");
    }

    [Test]
    public void Exception_on_a_single_line_is_read_without_its_stack()
    {
        var line = "fail: Microsoft.AspNetCore.Server.Kestrel[13] Connection id \"0HNG\": An unhandled exception was thrown. "
            + PortalLogs.MissingLibrary + " File name: 'Microsoft.IdentityModel.Tokens'    at Portal.Filter.InvokeAsync(HttpContext context)";

        ErrorReader.Read(line).Should().Be(ErrorReader.Read(PortalLogs.MissingLibrary));
    }

    [Test]
    public void Inner_exception_is_read() =>
        ErrorReader.Read("       ---> System.InvalidOperationException: No key   found.")
            .Should().Be(new LoggedError("System.InvalidOperationException", "No key found."));

    [Test]
    public void Error_code_of_a_file_load_is_left_out() =>
        ErrorReader.Read("System.IO.FileLoadException (0x80131621): Could not load file or assembly 'A, Version=2.0.0.0'.")
            .Should().Be(new LoggedError("System.IO.FileLoadException", "Could not load file or assembly 'A, Version=2.0.0.0'."));

    [Test]
    public void Identities_do_not_tell_two_occurrences_apart() =>
        ErrorReader.Read("System.Exception: request 0HNGABCDEFGHI:00000001 of 123456 failed")
            .Should().Be(ErrorReader.Read("System.Exception: request 0HNGABCDEFGHJ:00000002 of 654321 failed"));

    [TestCase("   at System.IO.FileNotFoundException.Throw(String message): line 3")]
    [TestCase("fail: Microsoft.AspNetCore.Server.Kestrel[13]")]
    [TestCase("An unhandled exception was thrown by the application.")]
    [TestCase("")]
    public void Line_without_an_exception_is_none(string line) => ErrorReader.Read(line).Should().BeNull();
}
