package dev.gangway.cli;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// The words that options take, spelt as the API spells them. They may be typed in any case, and are listed when
/// something else was typed.
final class Word {
    private Word() {}

    enum Environment {
        SANDBOX,
        PRODUCTION;

        @Override
        public String toString() {
            return lower(this);
        }
    }

    enum Scope {
        FULL,
        READ_ONLY,
        GATEWAY;

        @Override
        public String toString() {
            return lower(this);
        }
    }

    enum ReviewPolicy {
        AUTO,
        MANUAL;

        @Override
        public String toString() {
            return lower(this);
        }
    }

    enum DeliveryState {
        PENDING,
        SENDING,
        DELIVERED,
        FAILED;

        @Override
        public String toString() {
            return lower(this);
        }
    }

    enum Status {
        MORE_INFORMATION_NEEDED,
        UNDER_REVIEW,
        PENDING_ENABLEMENT,
        ACTIVE,
        DENIED
    }

    enum EventType {
        END_CUSTOMER_OAUTH_STATUS_UPDATED,
        END_CUSTOMER_STATUS_UPDATED,
        END_CUSTOMER_REQUIREMENTS_UPDATED
    }

    enum Requirement {
        LEGAL_ENTITY_NAME,
        WEBSITE,
        APPLICATION_NAME,
        IS_DILIGENCE_ATTESTED,
        TECHNICAL_CONTACT,
        BILLING_CONTACT,
        ADDRESS,
        BANK_ADDENDUM_ACCEPTANCE,
        QUESTIONNAIRES_CRA;

        @Override
        public String toString() {
            return this == QUESTIONNAIRES_CRA ? "questionnaires.cra" : name().toLowerCase(Locale.ROOT);
        }
    }

    /// Lets `command` and all below it read these words.
    static void teach(CommandLine command) {
        for (Class<? extends Enum<?>> type : List.of(
                Environment.class,
                Scope.class,
                ReviewPolicy.class,
                DeliveryState.class,
                Status.class,
                EventType.class,
                Requirement.class)) {
            teach(command, type);
        }
    }

    private static <T extends Enum<?>> void teach(CommandLine command, Class<T> type) {
        command.registerConverter(
                type,
                typed -> Arrays.stream(type.getEnumConstants())
                        .filter(word -> word.toString().equalsIgnoreCase(typed))
                        .findFirst()
                        .orElseThrow(() -> unknown(type, typed)));
    }

    private static TypeConversionException unknown(Class<? extends Enum<?>> type, String typed) {
        String words =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(joining(", "));
        return new TypeConversionException("expected one of " + words + " but was '" + typed + "'");
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
