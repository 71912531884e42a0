package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * A body that must not be empty and has a size limit. Closing it does nothing, because closing a body would read it to its end; the
 * connection is closed instead. Not thread-safe.
 */
final class BoundedInputStream extends InputStream {

    private final InputStream body;
    private final long limit;
    private long count;

    BoundedInputStream(InputStream body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int octet = body.read();
        add(octet < 0 ? octet : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = body.read(buffer, offset, length);
        add(read);
        return read;
    }

    /** Counts the bytes that were read; -1 is the end of the body. */
    private void add(int more) throws UnreadableResponseException {
        if (more < 0 && count == 0) {
            throw new UnreadableResponseException("has no body");
        }
        count += Math.max(0, more);
        if (count > limit) {
            throw UnreadableResponseException.permanent("is larger than the limit of " + limit + " bytes");
        }
    }
}
