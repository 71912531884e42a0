package io.github.qlikconnections.spring.problem;

import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.RateLimitedException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Converts the exceptions of the library to responses with problem details. The messages are for the callers of the application:
 * they contain neither advice for programmers nor secrets. A {@code @RestControllerAdvice} of the application with
 * an order below 0 takes precedence.
 *
 * <p>A rejection of the application's own credentials is a 502, because a 401 or 403 would blame the caller.
 *
 * <p>This class is thread-safe.
 */
@RestControllerAdvice
@Order(0)
public final class QlikExceptionHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(QlikExceptionHandler.class);

    QlikExceptionHandler() {}

    /**
     * Returns the response for an exception.
     *
     * @param exception the exception of the library
     * @return the response
     */
    @ExceptionHandler
    public ResponseEntity<ProblemDetail> handle(QlikException exception) {
        ProblemDetail problem = ExceptionMapping.toProblemDetail(exception);
        if (problem.getStatus() >= 500) {
            LOGGER.warn("A call to the Qlik Cloud tenant failed", exception);
        }
        HttpHeaders headers = new HttpHeaders();
        if (exception instanceof RateLimitedException limited && !exception.outcomeUnknown()) {
            limited.retryAfter()
                    .ifPresent(time -> headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(roundedUpSeconds(time))));
        }
        return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
    }

    private static long roundedUpSeconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }
}
