package io.github.qlikconnections.specdiff;

/** What was handed in cannot be compared; the message tells a person why, and what to do. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    Unusable(String message) {
        super(message);
    }
}
