package dev.gangway.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NotificationsTest {
    private final DatabaseConfig config = TestDatabase.freshConfig();

    @AutoClose
    private final Database node = Database.open(config, List.of());

    @AutoClose
    private final Database other = Database.open(config, List.of());

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void a_listener_first_hears_that_it_may_have_missed_something_then_what_any_node_says()
            throws InterruptedException {
        node.listen("keys", heard::add);
        assertThat(next()).isEmpty();
        other.publish("keys", "one");
        node.publish("keys", "two");
        assertThat(next()).isEqualTo("one");
        assertThat(next()).isEqualTo("two");
    }

    @Test
    void what_is_rolled_back_is_never_heard_and_other_channels_neither() throws InterruptedException {
        node.listen("keys", heard::add);
        assertThat(next()).isEmpty();
        try {
            other.run(tx -> {
                other.publish("keys", "rolled back");
                throw new IllegalStateException();
            });
        } catch (IllegalStateException expected) {
            other.publish("endpoints", "elsewhere");
            other.publish("keys", "real");
        }
        assertThat(next()).isEqualTo("real");
    }

    @Test
    void listeners_share_one_connection_and_later_ones_join_it() throws InterruptedException {
        node.listen("keys", payload -> heard.add("keys:" + payload));
        assertThat(next()).isEqualTo("keys:");
        node.listen("endpoints", payload -> heard.add("endpoints:" + payload));
        assertThat(next()).isEqualTo("endpoints:");
        other.publish("endpoints", "one");
        other.publish("keys", "two");
        assertThat(next()).isEqualTo("endpoints:one");
        assertThat(next()).isEqualTo("keys:two");
        assertThat(listening()).isEqualTo(1);
    }

    @Test
    void after_a_lost_connection_it_hears_again_that_it_may_have_missed_something() throws InterruptedException {
        node.listen("keys", heard::add);
        assertThat(next()).isEmpty();
        other.run(tx -> tx.execute("""
                select pg_terminate_backend(pid) from pg_stat_activity
                 where datname = current_database() and query ilike 'listen%'
                """));
        assertThat(next()).isEmpty(); // while there is no connection
        assertThat(next()).isEmpty(); // once there is one again
        other.publish("keys", "back");
        assertThat(next()).isEqualTo("back");
    }

    @Test
    void a_listener_that_throws_hears_again_that_it_may_have_missed_something() throws InterruptedException {
        node.listen("keys", payload -> {
            heard.add(payload);
            if (payload.equals("poison")) {
                throw new IllegalStateException("a bug in the listener");
            }
        });
        assertThat(next()).isEmpty();
        other.publish("keys", "poison");
        assertThat(next()).isEqualTo("poison");
        assertThat(next()).isEmpty();
    }

    /// Fails the test, rather than hang it, when nothing comes.
    private String next() throws InterruptedException {
        String payload = heard.poll(2, TimeUnit.MINUTES);
        assertThat(payload).isNotNull();
        return payload;
    }

    private int listening() {
        return other.read(tx -> tx.createQuery("""
                select count(*) from pg_stat_activity where datname = current_database() and query like 'listen%'
                """).mapTo(Integer.class).one());
    }
}
