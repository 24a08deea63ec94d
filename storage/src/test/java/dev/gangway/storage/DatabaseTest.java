package dev.gangway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.base.HeldPort;
import dev.gangway.base.Secret;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DatabaseTest {
    @AutoClose
    private final Database database = TestDatabase.fresh("sample");

    @Nested
    class A_transaction {
        @Test
        void is_committed_when_its_work_returns() {
            assertThat(database.<Integer>transaction(tx -> insert(tx, "a"))).isEqualTo(1);
            assertThat(notes()).containsExactly("a");
        }

        @Test
        void is_rolled_back_when_its_work_throws_and_what_it_threw_arrives_as_it_is() {
            IllegalArgumentException refusal = new IllegalArgumentException("no");
            assertThatThrownBy(() -> database.run(tx -> {
                        insert(tx, "a");
                        throw refusal;
                    }))
                    .isSameAs(refusal);
            assertThat(notes()).isEmpty();
        }

        @Test
        void is_joined_by_the_transactions_and_reads_inside_it() {
            assertThatThrownBy(() -> database.run(outer -> {
                        insert(outer, "outer");
                        database.run(inner -> insert(inner, "inner"));
                        assertThat(notes()).containsExactly("outer", "inner");
                        throw new IllegalStateException("after the inner one returned");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(notes()).isEmpty();
        }

        @Test
        void is_not_joined_by_another_thread() throws InterruptedException {
            database.run(tx -> {
                insert(tx, "unseen");
                List<String> seen = new ArrayList<>();
                Thread other = Thread.ofVirtual().start(() -> seen.addAll(notes()));
                assertThat(join(other)).isTrue();
                assertThat(seen).isEmpty();
            });
        }

        @Test
        void of_another_database_is_another_one() {
            try (Database other = TestDatabase.fresh("sample")) {
                database.run(tx -> {
                    insert(tx, "here");
                    other.run(there -> insert(there, "there"));
                });
                assertThat(notes()).containsExactly("here");
                assertThat(notes(other)).containsExactly("there");
            }
        }

        private static boolean join(Thread thread) {
            try {
                thread.join();
                return true;
            } catch (InterruptedException interrupted) {
                return false;
            }
        }
    }

    @Nested
    class An_action_after_the_commit {
        private final List<String> seen = new ArrayList<>();

        @Test
        void runs_once_the_outermost_transaction_is_committed() {
            database.run(outer -> {
                database.run(inner -> {
                    insert(inner, "a");
                    database.afterCommit(() -> seen.addAll(notes()));
                });
                assertThat(seen).isEmpty();
            });
            assertThat(seen).containsExactly("a");
        }

        @Test
        void does_not_run_after_a_rollback() {
            assertThatThrownBy(() -> database.run(tx -> {
                        database.afterCommit(() -> seen.add("ran"));
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(seen).isEmpty();
        }

        @Test
        void runs_at_once_outside_a_transaction() {
            database.afterCommit(() -> seen.add("ran"));
            assertThat(seen).containsExactly("ran");
        }

        @Test
        void that_fails_does_not_take_the_others_or_the_caller_with_it() {
            database.run(tx -> {
                insert(tx, "a");
                database.afterCommit(() -> {
                    throw new IllegalStateException("not the caller's business");
                });
                database.afterCommit(() -> seen.add("ran"));
            });
            assertThat(notes()).containsExactly("a");
            assertThat(seen).containsExactly("ran");
        }

        @Test
        void may_open_a_transaction_of_its_own() {
            database.run(tx -> database.afterCommit(() -> database.run(later -> insert(later, "later"))));
            assertThat(notes()).containsExactly("later");
        }
    }

    @Nested
    class An_action_after_the_end {
        private final List<String> seen = new ArrayList<>();

        @Test
        void runs_once_the_outermost_transaction_is_committed_and_before_what_waits_for_that() {
            database.run(outer -> {
                database.run(inner -> {
                    insert(inner, "a");
                    database.afterCommit(() -> seen.add("after the commit"));
                    database.afterEnd(() -> seen.addAll(notes()));
                });
                assertThat(seen).isEmpty();
            });
            assertThat(seen).containsExactly("a", "after the commit");
        }

        @Test
        void runs_after_a_rollback_too() {
            assertThatThrownBy(() -> database.run(tx -> {
                        database.afterEnd(() -> seen.add("ran"));
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(seen).containsExactly("ran");
        }
    }

    @Nested
    class A_failed_statement {
        @Test
        void does_not_tell_the_values_that_were_bound() {
            assertThatThrownBy(() -> database.run(tx -> {
                        insertId(tx, 1, "canary");
                        insertId(tx, 1, "canary");
                    }))
                    .isInstanceOf(UnableToExecuteStatementException.class)
                    .hasMessageNotContaining("canary")
                    .hasStackTraceContaining("duplicate key");
        }

        private static void insertId(Handle tx, int id, String text) {
            tx.createUpdate("""
                    insert into sample.note (id, text) overriding system value values (:id, :text)
                    """).bind("id", id).bind("text", text).execute();
        }
    }

    @Nested
    class Values {
        @Test
        void of_instants_and_lists_go_in_and_come_out() {
            Instant instant = Instant.parse("2026-10-25T00:30:00.123456Z");
            assertThat(database.<Instant>read(tx -> tx.createQuery("select :at::timestamptz")
                            .bind("at", instant)
                            .mapTo(Instant.class)
                            .one()))
                    .isEqualTo(instant);
            assertThat(database.<List<String>>read(tx -> tx.createQuery("select unnest(:texts)")
                            .bindArray("texts", String.class, List.of("a,b", "{c}"))
                            .mapTo(String.class)
                            .list()))
                    .containsExactly("a,b", "{c}");
        }
    }

    @Nested
    class Opening {
        @Test
        void a_database_that_does_not_answer_is_refused_by_name() throws IOException {
            try (HeldPort port = new HeldPort()) {
                String url = "jdbc:postgresql://127.0.0.1:%d/x".formatted(port.number());
                DatabaseConfig nowhere = new DatabaseConfig(url, "me", new Secret("s"), 2);
                assertThatThrownBy(() -> Database.open(nowhere, List.of()))
                        .isInstanceOf(StorageException.class)
                        .hasMessageContaining("cannot use the database " + url + " as me");
            }
        }

        @Test
        void an_open_one_is_reachable_until_it_is_closed() {
            Database another = TestDatabase.fresh();
            assertThat(another.isReachable()).isTrue();
            assertThat(another.release()).startsWith("18.");
            another.close();
            assertThat(another.isReachable()).isFalse();
        }
    }

    private static int insert(Handle tx, String text) {
        return tx.createUpdate("insert into sample.note (text) values (:text)")
                .bind("text", text)
                .execute();
    }

    private List<String> notes() {
        return notes(database);
    }

    private static List<String> notes(Database database) {
        return database.read(tx -> tx.createQuery("select text from sample.note order by id")
                .mapTo(String.class)
                .list());
    }
}
