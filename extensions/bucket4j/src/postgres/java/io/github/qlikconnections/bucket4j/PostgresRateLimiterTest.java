package io.github.qlikconnections.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs with {@code -Ppostgres}. */
class PostgresRateLimiterTest extends SharedStoreContract {

    private static LocalPostgres postgres;
    private static DataSource dataSource;

    @BeforeAll
    static void startPostgres() throws Exception {
        postgres = new LocalPostgres();
        dataSource = postgres.dataSource();
        execute("CREATE TABLE bucket (id TEXT PRIMARY KEY, state BYTEA, expires_at BIGINT)");
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        postgres.stop();
    }

    @Override
    List<ProxyManager<String>> proxyManagers() {
        return List.of(PostgresSample.postgres(dataSource), PostgresSample.postgres(dataSource));
    }

    @Override
    void emptyStore() throws SQLException {
        execute("DELETE FROM bucket");
    }

    /** The driver waits for the lock on its socket, which ignores interruptions. */
    @Override
    AutoCloseable blockStore() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT id FROM bucket FOR UPDATE");
        }
        return connection;
    }

    @Test
    void expiredRowsAreRemovedOnRequest() throws SQLException {
        one.rejected(bulk(LONG), Duration.ofSeconds(20));
        execute("UPDATE bucket SET expires_at = 1");

        int removed = PostgresSample.postgres(dataSource).removeExpired(1000);

        assertThat(removed).isEqualTo(2);
        assertThat(rows()).isZero();
    }

    private static int rows() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM bucket")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
