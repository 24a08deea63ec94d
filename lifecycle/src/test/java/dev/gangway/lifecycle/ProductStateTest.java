package dev.gangway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductStateTest {
    @ParameterizedTest
    @FieldSource("dev.gangway.lifecycle.ProductStates#EACH")
    void comes_back_from_its_stored_name_and_reason(ProductState state) {
        assertThat(ProductState.of(state.wire(), state.reason())).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "MORE_INFORMATION_NEEDED,",
        "UNDER_REVIEW, held",
        "PENDING_ENABLEMENT,",
        "ACTIVE,",
        "DENIED, no",
    })
    void has_a_name_on_the_wire_and_a_reason_where_somebody_will_ask(String wire, String reason) {
        ProductState state = ProductState.of(wire, reason);
        assertThat(state.wire()).isEqualTo(wire);
        assertThat(state.reason()).isEqualTo(reason);
    }

    @Test
    void is_not_read_from_an_unknown_name_or_without_its_reason() {
        assertThatThrownBy(() -> ProductState.of("REMOVED", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProductState.of("DENIED", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> ProductState.of("UNDER_REVIEW", null)).isInstanceOf(NullPointerException.class);
    }
}
