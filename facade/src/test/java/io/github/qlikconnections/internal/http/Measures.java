package io.github.qlikconnections.internal.http;

/** Prints what a test has measured into the build output. */
public final class Measures {

    private Measures() {}

    public static void print(String text) {
        System.out.println("[measure] " + text);
    }
}
