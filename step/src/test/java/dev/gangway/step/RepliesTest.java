package dev.gangway.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import dev.gangway.base.RawExchange.Header;
import dev.gangway.gateway.Answered;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.WorkflowError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RepliesTest {
    private static Answered answered(int status, String body, Header... headers) {
        return new Answered(
                status, List.of(headers), body.getBytes(StandardCharsets.UTF_8), Optional.empty(), List.of("s3cret"));
    }

    private static WorkflowError error(Outcome outcome) {
        return outcome instanceof Outcome.Failed(WorkflowError error) ? error : WorkflowError.of(ErrorKind.RUNTIME, "");
    }

    @Test
    void a_good_answer_is_its_status_and_body_without_the_credential() {
        assertThat(Replies.outcome(answered(201, "{\"echo\": \"s3cret\", \"n\": 1}")))
                .isInstanceOfSatisfying(Outcome.Done.class, done -> {
                    assertThat(done.value().path("status").asInt()).isEqualTo(201);
                    assertThat(done.value().at("/body/n").asInt()).isEqualTo(1);
                    assertThat(done.value().toString()).doesNotContain("s3cret");
                });
    }

    @ParameterizedTest
    @CsvSource({"400, COMMUNICATION", "401, AUTHENTICATION", "403, AUTHORIZATION", "503, COMMUNICATION"})
    void a_refusal_is_an_error_with_the_answer(int status, ErrorKind kind) {
        WorkflowError error = error(Replies.outcome(answered(status, "{\"why\": \"so\"}")));
        assertThat(error.is(kind)).isTrue();
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.response()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "UPSTREAM_UNREACHABLE, false, COMMUNICATION",
        "UPSTREAM_TIMEOUT, true, TIMEOUT",
        "UPSTREAM_TIMEOUT, false, OUTCOME_UNKNOWN",
        "UPSTREAM_BROKEN, true, COMMUNICATION",
        "UPSTREAM_BROKEN, false, OUTCOME_UNKNOWN",
        "EGRESS_REFUSED, false, CONFIGURATION",
        "CREDENTIALS_REFUSED, false, VALIDATION"
    })
    void without_an_answer_it_counts_whether_the_call_may_have_had_its_effect(
            ErrorCode code, boolean repeatable, ErrorKind kind) {
        Outcome outcome = Replies.outcome(new ProblemException(code, "why"), repeatable);
        assertThat(error(outcome).is(kind)).isTrue();
    }
}
