package dev.gangway.registration;

import dev.gangway.registration.RegistrationEvent.Forced;
import dev.gangway.registration.RegistrationEvent.LogoGiven;
import dev.gangway.registration.RegistrationEvent.StepDue;
import dev.gangway.registration.RegistrationState.Approved;
import dev.gangway.registration.RegistrationState.AttentionRequired;
import dev.gangway.registration.RegistrationState.Enabled;
import dev.gangway.registration.RegistrationState.NotStarted;
import dev.gangway.registration.RegistrationState.Processing;
import java.util.Objects;

/// The life of a registration as one total, pure function.
final class Transition {
    private Transition() {}

    /// The state after `event`. A step is counted from when the one before was due, not from when somebody came to
    /// take it: a node that was down, or a clock that jumps, changes nothing about the pace.
    static RegistrationState next(RegistrationState state, RegistrationEvent event, RegistrationPace pace) {
        return switch (new Input(state, event)) {
            case Input(NotStarted s, StepDue _) -> new Processing(s.due().plus(pace.review()));
            case Input(Processing s, StepDue e)
            when e.hasLogo() -> new Approved(s.due().plus(pace.enablement()));
            case Input(Processing _, StepDue e) -> withoutLogo(e.requestId());
            case Input(Approved s, StepDue _) -> new Enabled(s.due());
            case Input(Enabled s, StepDue _) -> s;
            case Input(AttentionRequired s, StepDue _) -> s;
            case Input(NotStarted s, LogoGiven _) -> s;
            case Input(Processing s, LogoGiven _) -> s;
            case Input(Approved s, LogoGiven _) -> s;
            case Input(Enabled s, LogoGiven _) -> s;
            case Input(AttentionRequired s, LogoGiven e)
            when s.problem().isSolvedByLogo() -> new Processing(e.at().plus(pace.review()));
            case Input(AttentionRequired s, LogoGiven _) -> s; // a logo does not solve another problem
            case Input(RegistrationState _, Forced e) -> forced(e, pace);
        };
    }

    private static RegistrationState forced(Forced event, RegistrationPace pace) {
        return switch (event.status()) {
            case NOT_STARTED -> new NotStarted(event.at().plus(pace.submission()));
            case PROCESSING -> new Processing(event.at().plus(pace.review()));
            case APPROVED -> new Approved(event.at().plus(pace.enablement()));
            case ENABLED -> new Enabled(event.at());
            case ATTENTION_REQUIRED -> {
                String message = Objects.requireNonNullElse(event.message(), RegistrationProblem.LOGO_REQUIRED);
                yield new AttentionRequired(new RegistrationProblem(message, event.requestId()));
            }
        };
    }

    private static RegistrationState withoutLogo(String requestId) {
        return new AttentionRequired(new RegistrationProblem(RegistrationProblem.LOGO_REQUIRED, requestId));
    }

    private record Input(RegistrationState state, RegistrationEvent event) {}
}
