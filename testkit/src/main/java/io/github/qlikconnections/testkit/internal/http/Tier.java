package io.github.qlikconnections.testkit.internal.http;

/** The documented rate limit tiers of the API. */
public enum Tier {
    READ,
    WRITE;

    static Tier of(Request request) {
        return request.method().equals("GET") ? READ : WRITE;
    }
}
