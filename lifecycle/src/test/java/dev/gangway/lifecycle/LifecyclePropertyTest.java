package dev.gangway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Property;
import dev.gangway.lifecycle.LifecycleEvent.Enabled;
import dev.gangway.lifecycle.LifecycleEvent.InformationChanged;
import dev.gangway.lifecycle.LifecycleEvent.ReviewApproved;
import dev.gangway.lifecycle.LifecycleEvent.ReviewDenied;
import dev.gangway.lifecycle.ProductState.Active;
import dev.gangway.lifecycle.ProductState.Denied;
import dev.gangway.lifecycle.ProductState.MoreInformationNeeded;
import dev.gangway.lifecycle.ProductState.PendingEnablement;
import dev.gangway.lifecycle.Verdict.Approve;
import dev.gangway.lifecycle.Verdict.Deny;
import dev.gangway.lifecycle.Verdict.Hold;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LifecyclePropertyTest {
    private record Step(ProductState from, LifecycleEvent event, ProductState to) {}

    /// A product's life from its beginning through up to 30 events in any order, refused ones left out.
    private static List<Step> anyLife(RandomGenerator random) {
        List<Step> life = new ArrayList<>();
        ProductState state = new MoreInformationNeeded();
        for (int events = random.nextInt(30); events > 0; events--) {
            LifecycleEvent event = anyEvent(random);
            ProductState from = state;
            Lifecycle.next(state, event).ifPresent(to -> life.add(new Step(from, event, to)));
            state = life.isEmpty() ? state : life.getLast().to();
        }
        return life;
    }

    private static LifecycleEvent anyEvent(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Enabled();
            case 1 -> new ReviewApproved(random.nextBoolean(), "fine");
            case 2 -> new ReviewDenied("no");
            default -> new InformationChanged(random.nextBoolean(), anyVerdict(random), random.nextBoolean());
        };
    }

    private static Verdict anyVerdict(RandomGenerator random) {
        return List.of(new Approve(), new Hold("held"), new Deny("no")).get(random.nextInt(3));
    }

    private static void forEveryStep(Consumer<Step> claim) {
        Property.forAll(LifecyclePropertyTest::anyLife, life -> life.forEach(claim));
    }

    @Test
    void nothing_leaves_active() {
        forEveryStep(step -> {
            if (step.from() instanceof Active) {
                assertThat(step.to()).isInstanceOf(Active.class);
            }
        });
    }

    @Test
    void only_enabling_what_waits_for_it_makes_active() {
        forEveryStep(step -> {
            if (step.to() instanceof Active && !(step.from() instanceof Active)) {
                assertThat(step.from()).isInstanceOf(PendingEnablement.class);
                assertThat(step.event()).isInstanceOf(Enabled.class);
            }
        });
    }

    @Test
    void only_a_persons_approval_leaves_denied() {
        forEveryStep(step -> {
            if (step.from() instanceof Denied && !step.to().equals(step.from())) {
                assertThat(step.event()).isInstanceOf(ReviewApproved.class);
            }
        });
    }

    @Test
    void nothing_waits_for_enablement_without_an_approval_and_every_requirement_met() {
        forEveryStep(step -> {
            if (step.to() instanceof PendingEnablement && !(step.from() instanceof PendingEnablement)) {
                boolean isApproved = switch (step.event()) {
                    case InformationChanged now -> now.met() && now.verdict() instanceof Approve;
                    case ReviewApproved approval -> approval.met();
                    case ReviewDenied _, Enabled _ -> false;
                };
                assertThat(isApproved).isTrue();
            }
        });
    }

    @Test
    void a_requirement_that_is_due_again_takes_every_approval_away() {
        forEveryStep(step -> {
            if (step.event() instanceof InformationChanged now && !now.met()) {
                assertThat(step.to()).isNotInstanceOf(PendingEnablement.class);
            }
        });
    }

    @Test
    void the_same_change_of_information_twice_is_the_same_as_once() {
        forEveryStep(step -> {
            if (step.event() instanceof InformationChanged change) {
                assertThat(Lifecycle.next(step.to(), change)).hasValue(step.to());
            }
        });
    }
}
