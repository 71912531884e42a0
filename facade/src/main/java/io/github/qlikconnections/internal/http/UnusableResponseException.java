package io.github.qlikconnections.internal.http;

/** Signals a response that is neither a usable success nor an error response of the API. */
final class UnusableResponseException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean transientFault;

    /**
     * Creates the exception.
     *
     * @param status the status of the response, 0 if it has none
     * @param problem what is wrong, as the end of the sentence "the response …"; no part of the body
     * @param transientFault whether another attempt may get a usable response
     */
    UnusableResponseException(int status, String problem, boolean transientFault) {
        super(problem);
        this.status = status;
        this.transientFault = transientFault;
    }

    int status() {
        return status;
    }

    /** Returns what is wrong with the response, as the end of the sentence "the response …". */
    String problem() {
        return String.valueOf(getMessage());
    }

    boolean isTransient() {
        return transientFault;
    }
}
