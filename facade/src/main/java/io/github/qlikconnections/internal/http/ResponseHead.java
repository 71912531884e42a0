package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Parses the header sections of the responses on one connection. A {@link MalformedResponseException} names the invalid header
 * field and keeps the status. Not thread-safe.
 */
final class ResponseHead extends DefaultHttpResponseParser {

    private static final int MAX_FIELDS = 200;
    private static final int MAX_LINE = 32 * 1024;

    /** A page of a list arrives in few reads. Each read takes several system calls, because the sockets have a channel. */
    private static final int BUFFER = 32 * 1024;

    /** Limits that protect the memory against an endless header section. */
    static final Http1Config BOUNDS = Http1Config.custom()
            .setBufferSize(BUFFER)
            // HttpCore counts the first field that is too many, not the last that is allowed.
            .setMaxHeaderCount(MAX_FIELDS + 1)
            .setMaxLineLength(MAX_LINE)
            .setMaxEmptyLineCount(10)
            .build();

    /** Determines the length of a body. Lengths that contradict each other could hide a second response in the first. */
    static final ContentLengthStrategy LENGTH = ResponseHead::length;

    private @Nullable SessionInputBuffer received;
    private int status;

    ResponseHead() {
        super(BOUNDS);
    }

    /** Returns whether bytes were received that belong to no response. */
    boolean hasSurplus() {
        return received != null && received.length() > 0;
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
        received = buffer;
        status = 0;
        try {
            return super.parse(buffer, in);
        } catch (MessageConstraintException e) {
            throw malformed(
                    "has more than " + MAX_FIELDS + " header fields or one longer than " + MAX_LINE + " characters");
        } catch (HttpException | IllegalArgumentException e) {
            // Not a cause, because its message contains what was received.
            throw malformed("has an invalid header field");
        }
    }

    private MalformedResponseException malformed(String headerProblem) {
        return new MalformedResponseException(
                status, status < 100 ? "does not begin with a valid HTTP/1.1 status line" : headerProblem);
    }

    @Override
    protected ClassicHttpResponse createMessage(CharArrayBuffer line) throws IOException, HttpException {
        ClassicHttpResponse response = super.createMessage(line);
        status = response == null ? 0 : response.getCode();
        if (response != null && status < 100) {
            throw new ProtocolException("invalid status");
        }
        return response;
    }

    private static long length(HttpMessage message) throws HttpException {
        try {
            return DefaultContentLengthStrategy.INSTANCE.determineLength(message);
        } catch (HttpException e) {
            throw new MalformedResponseException(((HttpResponse) message).getCode(), framingProblem(message));
        }
    }

    private static String framingProblem(HttpMessage message) {
        if (message.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return "has a Transfer-Encoding header field other than chunked";
        }
        return message.countHeaders(HttpHeaders.CONTENT_LENGTH) > 1
                ? "has several Content-Length header fields"
                : "has a Content-Length header field that is not a length";
    }
}
