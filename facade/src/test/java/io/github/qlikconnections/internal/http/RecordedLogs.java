package io.github.qlikconnections.internal.http;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

/** The logging of the tests: silent, but everything down to TRACE is kept while a test records. */
public final class RecordedLogs implements SLF4JServiceProvider {

    /** One line of the log, its exception's stack trace included. */
    public record Event(Level level, String logger, String text) {}

    private static final List<Event> EVENTS = new CopyOnWriteArrayList<>();
    private static volatile boolean recording;

    private final ConcurrentMap<String, Logger> loggers = new ConcurrentHashMap<>();

    /** Does something and gives all that was logged meanwhile, by any library. */
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
        // Nothing to prepare.
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
            EVENTS.add(new Event(level, name, text.toString()));
        }

        @Override
        public boolean isTraceEnabled() {
            return recording;
        }

        @Override
        public boolean isTraceEnabled(Marker marker) {
            return recording;
        }

        @Override
        public boolean isDebugEnabled() {
            return recording;
        }

        @Override
        public boolean isDebugEnabled(Marker marker) {
            return recording;
        }

        @Override
        public boolean isInfoEnabled() {
            return recording;
        }

        @Override
        public boolean isInfoEnabled(Marker marker) {
            return recording;
        }

        @Override
        public boolean isWarnEnabled() {
            return recording;
        }

        @Override
        public boolean isWarnEnabled(Marker marker) {
            return recording;
        }

        @Override
        public boolean isErrorEnabled() {
            return recording;
        }

        @Override
        public boolean isErrorEnabled(Marker marker) {
            return recording;
        }
    }
}
