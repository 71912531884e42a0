package io.github.qlikconnections.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.internal.http.RawServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A server or proxy whose error response repeats the whole request, including token and secrets. */
enum Echo implements FaultInjectingServer.RequestFault {
    BAD_REQUEST("400 "),
    UNAUTHORIZED("401 "),
    FORBIDDEN("403 "),
    NOT_FOUND("404 "),
    CONFLICT("409 "),
    INTERNAL_ERROR("500 "),
    REDIRECT("302 "),
    SUCCESS_OF_ANOTHER_KIND("200 "),
    SUCCESS_THAT_IS_NOT_JSON("200 ") {
        @Override
        void respond(RawServer.Request request, Socket socket) throws IOException {
            RawServer.send(socket, "200 " + headerText(request), "application/json", "{\"qID\":" + request.body());
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String status;

    Echo(String status) {
        this.status = status;
    }

    @Override
    public void respond(RawServer.Request request, Fault.Tenant tenant, Socket socket) throws IOException {
        respond(request, socket);
    }

    void respond(RawServer.Request request, Socket socket) throws IOException {
        byte[] body = body(request).getBytes(StandardCharsets.UTF_8);
        String header = headerText(request);
        String token = header.replaceAll(".*Bearer ([\\w.-]+).*", "$1");
        RawServer.write(
                socket,
                "HTTP/1.1 " + status + header + "\r\nContent-Type: "
                        + (this == SUCCESS_OF_ANOTHER_KIND ? "text/" + token : "application/json")
                        + "\r\nLocation: https://" + token + ".example/" + token + "\r\nX-Echo: " + header
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
    }

    /** Returns an error in which each member that the library reads contains the whole request. */
    private static String body(RawServer.Request request) throws IOException {
        String all = request.body() + " " + headerText(request);
        ObjectNode error = JSON.createObjectNode();
        error.put("code", all).put("title", all).put("detail", "Cannot read " + all.substring(0, all.length() * 3 / 4));
        ObjectNode root = JSON.createObjectNode();
        root.put("traceId", all);
        root.putArray("errors").add(error);
        return JSON.writeValueAsString(root);
    }

    static String headerText(RawServer.Request request) {
        return request.head().lines().collect(Collectors.joining(" ")).strip();
    }
}
