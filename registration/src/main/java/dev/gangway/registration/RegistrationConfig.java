package dev.gangway.registration;

import dev.gangway.base.Environment;
import java.time.Duration;

/// Settings under `registration` in gangway.yaml. Every key has a default.
///
/// @param sandbox default: PT2S for each step
/// @param production default: submission PT1H, review P3D, enablement P1D
public record RegistrationConfig(RegistrationPace sandbox, RegistrationPace production) {
    public static RegistrationConfig defaults() {
        Duration moment = Duration.ofSeconds(2);
        return new RegistrationConfig(
                new RegistrationPace(moment, moment, moment),
                new RegistrationPace(Duration.ofHours(1), Duration.ofDays(3), Duration.ofDays(1)));
    }

    RegistrationPace pace(Environment environment) {
        return switch (environment) {
            case SANDBOX -> sandbox;
            case PRODUCTION -> production;
        };
    }
}
