package dev.gangway.journal;

/// How far one entry of a run's journal is, without what was asked and answered.
///
/// @param path of the task in the run, such as `/each[3]/create`
/// @param kind as in [RunStep]
/// @param isEnded whether it goes on no more
/// @param isFailed as [RunStep#isFailed]
public record StepState(String path, String kind, boolean isEnded, boolean isFailed) {
    static StepState of(RunStep step) {
        return new StepState(step.path(), step.kind(), step.endedAt() != null, step.isFailed());
    }
}
