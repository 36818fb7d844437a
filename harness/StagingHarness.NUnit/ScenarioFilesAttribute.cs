using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace StagingHarness.NUnit;

/// <summary>
/// Makes each scenario file that a pattern matches one test case of the method, which takes a <see cref="ScenarioCase"/> and returns
/// the task of <see cref="ScenarioCase.RehearseAsync()"/>. A file that is invalid is one failing case, and the others still run; a
/// pattern that matches nothing is a failing case, too.
/// </summary>
/// <param name="pattern">Files below the scenario root, such as <c>scenarios/**/*.scenario.yaml</c>; <c>**</c> is any folders, <c>*</c> any part of a name.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenarioFilesAttribute(string pattern) : NUnitAttribute, ITestBuilder, IImplyFixture
{
    public string Pattern { get; } = pattern;

    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        var builder = new NUnitTestCaseBuilder();
        return ScenarioCases.Find(Pattern, TestOverrides.FromEnvironment()).Select(scenario =>
        {
            var parameters = new TestCaseParameters([scenario]) { TestName = $"{method.Name}({scenario.Name})" };
            foreach (var tag in scenario.Tags)
            {
                parameters.Properties.Add(PropertyNames.Category, tag);
            }

            return builder.BuildTestMethod(method, suite, parameters);
        });
    }
}
