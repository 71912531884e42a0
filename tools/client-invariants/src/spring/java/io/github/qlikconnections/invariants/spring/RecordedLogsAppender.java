package io.github.qlikconnections.invariants.spring;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.github.qlikconnections.invariants.RecordedLogs;
import org.slf4j.event.Level;

/** Forwards the entries of Logback, which Spring Boot requires, to {@link RecordedLogs}. */
public final class RecordedLogsAppender extends AppenderBase<ILoggingEvent> {

    @Override
    protected void append(ILoggingEvent entry) {
        RecordedLogs.add(new RecordedLogs.Event(
                Level.valueOf(entry.getLevel().toString()),
                entry.getLoggerName(),
                entry.getFormattedMessage() + ThrowableProxyUtil.asString(entry.getThrowableProxy())));
    }
}
