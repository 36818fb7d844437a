using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.OpenApi.Bodies;

namespace StagingHarness.Tests.OpenApi;

/// <summary>Texts that fit a pattern, and patterns for which none is made up.</summary>
public sealed class PatternTextTests
{
    [TestCase("^[A-Z]{3}$", "AAA")]
    [TestCase("^\\d{4}-\\d{2}$", "0000-00")]
    [TestCase("^(EUR|USD)$", "EUR")]
    [TestCase("^(?:ab)+c?\\.x*$", "ab.")]
    [TestCase("^(?<name>[a-f0-9]{2,4})$", "aa")]
    [TestCase("^[^a0]$", "A")]
    [TestCase("^[\\w.-]+@[\\w-]+\\.de$", "a@a.de")]
    [TestCase("^[]x]$", "]")]
    [TestCase("^\\x41\\u0042\\/$", "AB/")]
    [TestCase("^.{3}$", "aaa")]
    [TestCase("a|b", "a")]
    [TestCase("", "")]
    public void Text_fits_its_pattern(string pattern, string text)
    {
        PatternText.Of(pattern).Should().Be(text);
        Regex.IsMatch(text, pattern).Should().BeTrue();
    }

    [TestCase("^(?=a)a$")]
    [TestCase("^(a)\\1$")]
    [TestCase("^\\p{L}$")]
    [TestCase("^[a-z$")]
    [TestCase("^(a$")]
    [TestCase("a)")]
    [TestCase("*a")]
    [TestCase("^a{99999}$")]
    [TestCase("^((a{900}){900}){900}$")]
    [TestCase("^a{x}$")]
    public void Pattern_that_cannot_be_followed_gives_none(string pattern) => PatternText.Of(pattern).Should().BeNull();
}
