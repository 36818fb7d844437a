namespace StagingHarness.Execution.Checks;

/// <summary>A condition of the stage that can be asked for.</summary>
internal interface ICheck
{
    /// <summary>Remembers what is there already, where only what comes later counts. Called once, before the first question.</summary>
    Task BeginAsync(CancellationToken cancellationToken);

    /// <param name="within">Real time after which the question is given up; what has not answered by then does not hold.</param>
    /// <param name="cancellationToken">Gives up the step.</param>
    /// <exception cref="Stages.NoEffectException">There is nobody to ask.</exception>
    /// <exception cref="Ports.Failures.EnvironmentException">It cannot be asked here.</exception>
    Task<CheckAnswer> AskAsync(TimeSpan within, CancellationToken cancellationToken);
}
