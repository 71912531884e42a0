package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A JSON body that knows whether any of it was sent: what was never begun can be repeated without risk. */
final class RequestBody extends HttpEntityWrapper {

    private volatile boolean begun;

    RequestBody(byte[] json) {
        super(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        begun = true;
        super.writeTo(out);
    }

    boolean begun() {
        return begun;
    }
}
