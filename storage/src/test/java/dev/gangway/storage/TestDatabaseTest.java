package dev.gangway.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TestDatabaseTest {
    @Test
    void every_call_gives_a_database_of_its_own() {
        try (Database one = TestDatabase.fresh("sample");
                Database other = TestDatabase.fresh("sample")) {
            one.run(tx -> tx.execute("insert into sample.note (text) values ('here')"));
            assertThat(count(one)).isEqualTo(1);
            assertThat(count(other)).isZero();
        }
    }

    private static int count(Database database) {
        return database.read(tx -> tx.createQuery("select count(*) from sample.note")
                .mapTo(Integer.class)
                .one());
    }
}
