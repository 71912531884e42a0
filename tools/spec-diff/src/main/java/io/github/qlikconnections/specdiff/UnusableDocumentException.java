package io.github.qlikconnections.specdiff;

/** Thrown if a document cannot be compared. The message states the reason and the next step. */
final class UnusableDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableDocumentException(String message) {
        super(message);
    }
}
