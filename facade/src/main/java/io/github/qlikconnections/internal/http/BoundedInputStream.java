package io.github.qlikconnections.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a body off while it is read, as soon as it is longer than allowed. Closing it does nothing: closing a body reads it to
 * its end, however far that is. Not thread-safe.
 */
final class BoundedInputStream extends FilterInputStream {

    private final long limit;
    private long count;

    BoundedInputStream(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            add(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            add(read);
        }
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        add(skipped);
        return skipped;
    }

    @Override
    public void close() {
        // Deliberately nothing; the connection is closed instead.
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void add(long more) throws UnreadableAnswer {
        count += more;
        if (count > limit) {
            throw new UnreadableAnswer("is larger than the limit of " + limit + " bytes");
        }
    }
}
