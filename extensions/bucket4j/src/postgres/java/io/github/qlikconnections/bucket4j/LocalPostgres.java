package io.github.qlikconnections.bucket4j;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL of the programs that are installed on this machine, on a free loopback port, with a new database. PostgreSQL does not run as
 * root, so root runs it as the user {@code postgres}.
 */
final class LocalPostgres {

    private static final Path PROGRAMS = Path.of(System.getProperty("postgres.programs"));

    private final int port;
    private final String folder;

    LocalPostgres() throws IOException, InterruptedException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        folder = run("mktemp", "-d").strip();
        run(program("initdb"), "-D", folder, "-A", "trust", "-U", "postgres", "--no-sync");
        String options = "-F -p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''";
        run(program("pg_ctl"), "-D", folder, "-l", folder + "/log", "-o", options, "-w", "start");
    }

    DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"127.0.0.1"});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setUser("postgres");
        dataSource.setDatabaseName("postgres");
        return dataSource;
    }

    /** Ends the server and removes its data. */
    void stop() throws IOException, InterruptedException {
        run(program("pg_ctl"), "-D", folder, "-m", "immediate", "stop");
        run("rm", "-r", folder);
    }

    private static String program(String name) {
        return PROGRAMS.resolve(name).toString();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            line.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        line.addAll(List.of(command));
        Process process = new ProcessBuilder(line)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command[0] + " failed: " + output);
        }
        return output;
    }
}
