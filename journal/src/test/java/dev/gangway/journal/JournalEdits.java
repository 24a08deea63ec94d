package dev.gangway.journal;

import dev.gangway.storage.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What tests do to the tables behind the engine's back, and see in them.
record JournalEdits(Database database) {
    record Row(RunState state, String ending, String parked, String parkedAt) {}

    Optional<Row> state(String run) {
        return database.read(tx -> tx.createQuery(
                        "select state, ending, parked, parked_at from journal.run where id = :run")
                .bind("run", run)
                .map((row, _) -> new Row(
                        RunState.of(row.getString("state")),
                        String.valueOf(row.getString("ending")),
                        String.valueOf(row.getString("parked")),
                        String.valueOf(row.getString("parked_at"))))
                .findOne());
    }

    boolean isAnythingDue(Instant now) {
        return database.read(tx -> tx.createQuery(
                        "select exists (select from journal.run where state = 'active' and node_id is null and due_at <= :now)")
                .bind("now", now)
                .mapTo(Boolean.class)
                .one());
    }

    /// As if ten seconds had passed without a sign of life of any node.
    void endLeases() {
        change("update journal.node set lease_until = clock_timestamp() - interval '1 second'");
    }

    long epoch(String run) {
        return database.read(tx -> tx.createQuery("select epoch from journal.run where id = :run")
                .bind("run", run)
                .mapTo(Long.class)
                .one());
    }

    /// Events of which nobody was told yet.
    void events(int count, String event) {
        database.run(tx ->
                tx.createUpdate("""
                        insert into journal.event (world_id, type, event)
                        select 'main', :event::jsonb ->> 'type', :event from generate_series(1, :count)
                        """).bind("event", event).bind("count", count).execute());
    }

    void cancel(String run, Instant now) {
        database.run(tx -> tx.createUpdate(
                        "update journal.run set cancelling = true, due_at = :now where id = :run and node_id is null")
                .bind("now", now)
                .bind("run", run)
                .execute());
    }

    List<StoredJournal.Step> steps(String run) {
        return database.read(tx -> tx.createQuery("""
                        select path, kind, asked, arguments, outcome from journal.step
                         where run_id = :run order by position
                        """)
                .bind("run", run)
                .map((row, _) -> new StoredJournal.Step(
                        row.getString("path"),
                        row.getString("kind"),
                        row.getString("asked"),
                        row.getString("arguments"),
                        row.getString("outcome")))
                .list());
    }

    /// Puts a step on record that another process made, which had the run before; one that tells of a cancellation has
    /// that come, too.
    void record(Handle tx, String run, int position, StoredJournal.Step step) {
        tx.createUpdate("""
                insert into journal.step
                  (world_id, run_id, position, path, kind, asked, arguments, outcome, begun_at, ended_at)
                values ('main', :run, :position, :path, :kind, :asked, :arguments, :outcome, now(), now())
                """)
                .bind("run", run)
                .bind("position", position)
                .bind("path", step.path())
                .bind("kind", step.kind())
                .bind("asked", step.asked())
                .bind("arguments", step.arguments())
                .bind("outcome", step.outcome())
                .execute();
        tx.execute("update journal.run set epoch = greatest(epoch, 2) where id = ?", run);
        if (step.outcome().contains("urn:gangway:error:cancelled")) {
            tx.execute("update journal.run set cancelling = true where id = ?", run);
        }
    }

    /// Where a run did something last.
    String lastPath(String run) {
        return database.read(
                tx -> tx.createQuery("select path from journal.step where run_id = :run order by position desc limit 1")
                        .bind("run", run)
                        .mapTo(String.class)
                        .one());
    }

    void change(String statement) {
        database.run(tx -> tx.execute(statement));
    }

    Optional<String> onlyRun() {
        return database.read(tx ->
                tx.createQuery("select id from journal.run").mapTo(String.class).findOne());
    }

    List<String> states() {
        return database.read(tx -> tx.createQuery("select state from journal.run")
                .mapTo(String.class)
                .list());
    }

    List<String> startedBy(String starter) {
        return database.read(tx -> tx.createQuery("select id from journal.run where started_by = :starter")
                .bind("starter", starter)
                .mapTo(String.class)
                .list());
    }

    int count(String table) {
        return database.read(tx -> tx.createQuery("select count(*) from journal." + table)
                .mapTo(Integer.class)
                .one());
    }
}
