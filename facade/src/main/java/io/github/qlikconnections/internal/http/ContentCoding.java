package io.github.qlikconnections.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Decodes the content coding of a body (RFC 9110, section 8.4): gzip or none. */
final class ContentCoding {

    /** The value of {@code Accept-Encoding}. */
    static final String ACCEPTED = "gzip";

    private ContentCoding() {}

    /**
     * Returns the decoded body. Closing it leaves the given body open.
     *
     * @param field the {@code Content-Encoding} with all codings, or empty
     * @throws UnreadableResponseException if the coding is another one
     */
    static InputStream decode(String field, InputStream body, Redactor redactor) throws UnreadableResponseException {
        return switch (field.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> new Gzip(body);
            default ->
                throw UnreadableResponseException.permanent(
                        "has the Content-Encoding " + redactor.redact(field) + ", which this client does not support");
        };
    }

    /** Distinguishes invalid gzip data from failures of the connection. Not thread-safe. */
    private static final class Gzip extends InputStream {

        private final PushbackInputStream body;
        private @Nullable InputStream unpacked;

        private Gzip(InputStream body) {
            this.body = new PushbackInputStream(body, 1);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                if (unpacked == null) {
                    int first = body.read();
                    if (first < 0) {
                        return -1;
                    }
                    body.unread(first);
                    unpacked = new GZIPInputStream(body);
                }
                return unpacked.read(buffer, offset, length);
            } catch (ZipException | EOFException e) {
                throw new UnreadableResponseException(
                        "is not valid gzip, although its Content-Encoding header field declares it");
            }
        }
    }
}
