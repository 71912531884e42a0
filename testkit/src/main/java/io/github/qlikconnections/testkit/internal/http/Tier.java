package io.github.qlikconnections.testkit.internal.http;

/** The two rate tiers that the API documents. */
public enum Tier {
    READ,
    WRITE;

    static Tier of(Request request) {
        return request.method().equals("GET") ? READ : WRITE;
    }
}
