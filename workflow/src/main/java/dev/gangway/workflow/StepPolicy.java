package dev.gangway.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How an engine treats a step.
///
/// @param deadline by when it must have ended, else it fails as [ErrorKind#TIMEOUT]; null for none
public record StepPolicy(@Nullable Instant deadline) {}
