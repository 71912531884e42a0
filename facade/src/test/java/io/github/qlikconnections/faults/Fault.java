package io.github.qlikconnections.faults;

import io.github.qlikconnections.internal.http.RawServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The faults of one request on an established connection. */
enum Fault implements FaultInjectingServer.RequestFault {
    NONE {
        @Override
        void respond(Tenant tenant, Socket socket) throws IOException {
            socket.getOutputStream().write(tenant.forward());
        }
    },
    RESET_BEFORE_STORE {
        @Override
        void respond(Tenant tenant, Socket socket) throws IOException {
            RawServer.reset(socket);
        }
    },
    RESET_AFTER_STORE {
        @Override
        void respond(Tenant tenant, Socket socket) throws IOException {
            tenant.forward();
            RawServer.reset(socket);
        }
    },
    READ_TIMEOUT {
        @Override
        void respond(Tenant tenant, Socket socket) throws IOException {
            tenant.forward();
            pause(20_000);
        }
    },
    DRIP {
        @Override
        void respond(Tenant tenant, Socket socket) throws IOException {
            tenant.forward();
            RawServer.write(
                    socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{");
            for (int i = 0; i < 200; i++) {
                pause(100);
                RawServer.write(socket, " ");
            }
        }
    },
    TRUNCATED {
        @Override
        void respond(Tenant tenant, Socket socket) throws IOException {
            tenant.forward();
            RawServer.write(
                    socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{\"a\":");
            socket.close();
        }
    },
    TOO_MANY_REQUESTS {
        @Override
        void respond(Tenant tenant, Socket socket) throws IOException {
            RawServer.write(socket, "HTTP/1.1 429 Slow\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
        }
    },
    INTERNAL_ERROR {
        @Override
        void respond(Tenant tenant, Socket socket) throws IOException {
            sendError(socket, 500);
        }
    },
    BAD_GATEWAY {
        @Override
        void respond(Tenant tenant, Socket socket) throws IOException {
            sendError(socket, 502);
        }
    },
    UNAVAILABLE {
        @Override
        void respond(Tenant tenant, Socket socket) throws IOException {
            sendError(socket, 503);
        }
    },
    HTML_200 {
        @Override
        void respond(Tenant tenant, Socket socket) throws IOException {
            RawServer.send(socket, "200 OK", "text/html", "<html><body>Sign in</body></html>");
        }
    },
    EMPTY_200 {
        @Override
        void respond(Tenant tenant, Socket socket) throws IOException {
            tenant.forward();
            RawServer.send(socket, "200 OK", "application/json", "");
        }
    },
    NOT_MODIFIED {
        @Override
        void respond(Tenant tenant, Socket socket) throws IOException {
            RawServer.write(socket, "HTTP/1.1 304 Not Modified\r\n\r\n");
        }
    },
    REDIRECT_ELSEWHERE {
        @Override
        void respond(Tenant tenant, Socket socket) throws IOException {
            RawServer.write(
                    socket,
                    "HTTP/1.1 302 Found\r\nLocation: http://" + redirectTarget + "/x\r\nContent-Length: 0\r\n\r\n");
        }
    };

    /** The target of redirects. */
    static volatile String redirectTarget = "localhost:1";

    /** Forwards the request to the tenant and returns the response. */
    @FunctionalInterface
    interface Tenant {
        byte[] forward() throws IOException;
    }

    abstract void respond(Tenant tenant, Socket socket) throws IOException;

    @Override
    public void respond(RawServer.Request request, Tenant tenant, Socket socket) throws IOException {
        respond(tenant, socket);
    }

    private static void sendError(Socket socket, int status) throws IOException {
        String body = "{\"errors\":[{\"code\":\"F-" + status + "\",\"title\":\"No\"}]}";
        RawServer.write(
                socket,
                "HTTP/1.1 " + status + " No\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    /** Delays a response. The client does not wait for it. */
    private static void pause(long millis) throws IOException {
        try {
            new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
