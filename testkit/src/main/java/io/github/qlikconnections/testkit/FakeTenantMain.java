package io.github.qlikconnections.testkit;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a {@link FakeTenant} in the foreground, for any HTTP client.
 *
 * <p>Optional arguments are {@code --port=8080} (default: any free port) and {@code --api-key=KEY} (default: a random key). The
 * program prints one line and runs until it is interrupted or its standard input is closed. If the standard input is the null
 * device, it runs until it is interrupted.
 */
public final class FakeTenantMain {

    private FakeTenantMain() {}

    /**
     * Runs the tenant. Exits with status 1 if the tenant cannot be started.
     *
     * @param args the arguments, see the description of the class
     */
    public static void main(String[] args) {
        int status = run(args, System.out, System.err, new FileInputStream(FileDescriptor.in));
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(String[] args, PrintStream out, PrintStream err, InputStream in) {
        try (FakeTenant tenant = settings(args).start()) {
            tenant.addSpace("Finance", SpaceType.SHARED);
            tenant.addSpace("Finance archive", SpaceType.SHARED);
            tenant.addSpace("Published", SpaceType.MANAGED);
            tenant.addSpace("Landing zone", SpaceType.DATA);
            out.println("FakeTenant ready: " + tenant.url() + "  api key: " + tenant.apiKey());
            out.flush();
            awaitEndOf(in);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            err.println("FakeTenant: " + e.getMessage());
            return 1;
        }
    }

    private static FakeTenantBuilder settings(String[] args) {
        FakeTenantBuilder settings = FakeTenant.builder();
        for (String arg : args) {
            String value = arg.substring(arg.indexOf('=') + 1);
            if (arg.startsWith("--port=")) {
                settings.port(port(value));
            } else if (!arg.startsWith("--api-key=")) {
                throw new IllegalArgumentException("unknown argument " + arg);
            } else if (!value.isEmpty()) {
                settings.apiKey(value);
            }
        }
        return settings;
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("port must be 0 (any free one) to 65535, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static void awaitEndOf(InputStream in) throws InterruptedException {
        if (isNullDevice(in)) {
            new CountDownLatch(1).await();
        }
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // An unreadable input is treated as closed.
        }
    }

    /** The null device has a position and no size; a terminal or a pipe has no position. */
    private static boolean isNullDevice(InputStream in) {
        if (!(in instanceof FileInputStream file)) {
            return false;
        }
        try {
            return file.getChannel().position() == 0 && file.getChannel().size() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
