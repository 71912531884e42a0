package io.github.qlikconnections.testkit.internal.http;

import java.util.Map;

/** Thrown if the response to a request is an error. {@link ErrorBodyFormat} creates the body. */
public final class ApiErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final String detail;
    private final transient Map<String, String> headers;

    public ApiErrorException(int status, String code, String title, String detail) {
        this(status, code, title, detail, Map.of());
    }

    private ApiErrorException(int status, String code, String title, String detail, Map<String, String> headers) {
        // No stack trace: error responses are part of the normal operation.
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
        this.headers = headers;
    }

    public static ApiErrorException badRequest(String detail) {
        return new ApiErrorException(400, "DCERROR-0010", "Bad or invalid request", detail);
    }

    public static ApiErrorException unauthorized(String detail) {
        return new ApiErrorException(401, "HTTP-401", "Unauthorized", detail);
    }

    public static ApiErrorException forbidden(String detail) {
        return new ApiErrorException(403, "HTTP-403", "Forbidden", detail);
    }

    public static ApiErrorException notFound(String detail) {
        return new ApiErrorException(404, "HTTP-404", "Not found", detail);
    }

    public static ApiErrorException conflict(String detail) {
        return new ApiErrorException(409, "HTTP-409", "Conflict", detail);
    }

    public static ApiErrorException unsupportedMediaType(String detail) {
        return new ApiErrorException(415, "HTTP-415", "Unsupported media type", detail);
    }

    /** Returns the error of an exceeded rate limit, which is lifted after the given time. */
    static ApiErrorException tooManyRequests(long seconds) {
        return new ApiErrorException(
                429,
                "HTTP-429",
                "API rate limit reached.",
                "The limit is lifted in " + seconds + " seconds.",
                Map.of("Retry-After", String.valueOf(seconds)));
    }

    Map<String, String> headers() {
        return headers;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }
}
