package io.github.qlikconnections.invariants;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The logging provider of the tests. It prints nothing and records all levels while a test requests it. Entries above WARN and
 * entries of the library that contain a secret of a test are always recorded, because no test may log them.
 */
public final class RecordedLogs implements SLF4JServiceProvider {

    /** A log entry, including the stack trace of its exception. */
    public record Event(Level level, String logger, String text) {}

    private static final Queue<Event> EVENTS = new ConcurrentLinkedQueue<>();
    private static final Queue<String> FORBIDDEN = new ConcurrentLinkedQueue<>();
    private static final String LIBRARY = "io.github.qlikconnections.";

    /** Matches the secrets of the tests. */
    private static final Pattern SECRET = Pattern.compile(
            "the-bearer-token|p4ssw0rd|s3cret|hunter2|marker-of-|AK-1|SK-1|PW-1|eyJ|Bearer (?!\\[hidden])"
                    // The API key of a FakeTenant, and the secrets of the examples.
                    + "|fake-key-|example-(?:key|password|secret)|new-password|quickstart-(?:access|secret)-key");

    private static volatile boolean recording;

    private final ConcurrentMap<String, Logger> loggers = new ConcurrentHashMap<>();

    /** Runs an action and returns the log entries of all libraries during it. */
    public static List<Event> during(Runnable action) {
        EVENTS.clear();
        recording = true;
        try {
            action.run();
        } finally {
            recording = false;
        }
        return List.copyOf(EVENTS);
    }

    /** Adds an entry of another provider. */
    public static void add(Event entry) {
        if (recording) {
            EVENTS.add(entry);
        }
        if (entry.level() == Level.ERROR || (isOfLibrary(entry.logger()) && hasTestSecret(entry.text()))) {
            FORBIDDEN.add(entry.toString());
        }
    }

    private static boolean isOfLibrary(String logger) {
        return logger.startsWith(LIBRARY);
    }

    /** Returns and removes the forbidden log entries since the previous call. */
    public static List<String> drainForbidden() {
        List<String> found = new ArrayList<>();
        for (String entry = FORBIDDEN.poll(); entry != null; entry = FORBIDDEN.poll()) {
            found.add(entry);
        }
        return found;
    }

    /** Returns whether a text contains the secret of a test. */
    public static boolean hasTestSecret(String text) {
        return SECRET.matcher(text).find();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> loggers.computeIfAbsent(name, Recorder::new);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return new BasicMarkerFactory();
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return new NOPMDCAdapter();
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // No initialization is necessary.
    }

    private static final class Recorder extends AbstractLogger {

        private static final long serialVersionUID = 1L;

        Recorder(String name) {
            this.name = name;
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return name;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
            StringWriter text = new StringWriter();
            text.append(MessageFormatter.basicArrayFormat(pattern, arguments));
            Stream<Object> values = arguments == null ? Stream.empty() : Stream.of(arguments);
            Stream.concat(Stream.ofNullable(thrown), values.filter(Throwable.class::isInstance))
                    .map(Throwable.class::cast)
                    .forEach(t -> t.printStackTrace(new PrintWriter(text, true)));
            add(new Event(level, name, text.toString()));
        }

        private boolean isRecorded() {
            return recording || isOfLibrary(name);
        }

        @Override
        public boolean isTraceEnabled() {
            return isRecorded();
        }

        @Override
        public boolean isTraceEnabled(Marker marker) {
            return isRecorded();
        }

        @Override
        public boolean isDebugEnabled() {
            return isRecorded();
        }

        @Override
        public boolean isDebugEnabled(Marker marker) {
            return isRecorded();
        }

        @Override
        public boolean isInfoEnabled() {
            return isRecorded();
        }

        @Override
        public boolean isInfoEnabled(Marker marker) {
            return isRecorded();
        }

        @Override
        public boolean isWarnEnabled() {
            return isRecorded();
        }

        @Override
        public boolean isWarnEnabled(Marker marker) {
            return isRecorded();
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled(Marker marker) {
            return true;
        }
    }
}
