package io.github.qlikconnections.testkit.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An HTTP server on the loopback interface. It uses daemon threads only and stops immediately when it is closed. */
public final class LoopbackHttpServer implements AutoCloseable {

    static {
        // Without this property each response waits for a delayed TCP acknowledgement. The JDK reads it once per JVM.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Function<Request, ResponseDelivery> service;

    private final CountDownLatch closing = new CountDownLatch(1);

    private LoopbackHttpServer(
            HttpServer server, ExecutorService threads, Function<Request, ResponseDelivery> service) {
        this.server = server;
        this.threads = threads;
        this.service = service;
    }

    /**
     * Starts a server on 127.0.0.1.
     *
     * @param port the port, or 0 for any free one
     * @param service handles the requests; if it throws an exception, the response is a 500
     * @throws IOException if the port is not available
     */
    public static LoopbackHttpServer open(int port, Function<Request, ResponseDelivery> service) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        ExecutorService threads = Executors.newCachedThreadPool(task -> daemon(task, "fake-tenant"));
        LoopbackHttpServer created = new LoopbackHttpServer(server, threads, service);
        server.setExecutor(threads);
        server.createContext("/", created::handle);
        created.startAsDaemon();
        return created;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        // Stop listening first: a client whose connection is dropped may retry immediately and must not be served.
        server.stop(0);
        closing.countDown();
        threads.shutdownNow();
    }

    /** Starts the server from a daemon thread, so that its thread is one too. An unclosed tenant then does not keep the JVM alive. */
    private void startAsDaemon() {
        Thread starter = daemon(server::start, "fake-tenant-start");
        starter.start();
        boolean interrupted = false;
        while (true) {
            try {
                starter.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Handles an exchange. If no response is sent, for example because of an exception, closing the exchange drops the connection. */
    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            ResponseDelivery delivery = deliveryTo(exchange);
            if (delivery.response() != null && waited(delivery.delay())) {
                send(exchange, delivery, delivery.response());
            }
        }
    }

    private ResponseDelivery deliveryTo(HttpExchange exchange) throws IOException {
        try {
            return service.apply(Request.read(exchange));
        } catch (RuntimeException defect) {
            ApiErrorException exception =
                    new ApiErrorException(500, "FAKE-TENANT-DEFECT", "The fake tenant failed", String.valueOf(defect));
            return ResponseDelivery.of(
                    ErrorBodyFormat.of(exchange.getRequestURI().getRawPath()).toResponse(exception));
        }
    }

    private void send(HttpExchange exchange, ResponseDelivery delivery, Response response) throws IOException {
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] body = exchange.getRequestMethod().equals("HEAD") ? new byte[0] : response.body();
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        OutputStream out = exchange.getResponseBody();
        int length = delivery.droppedMidBody() ? body.length / 2 : body.length;
        if (delivery.drip().isZero()) {
            out.write(body, 0, length);
        } else {
            for (int i = 0; i < length && waited(delivery.drip()); i++) {
                out.write(body[i]);
                out.flush();
            }
        }
        out.flush();
    }

    /** Waits, and returns false if the server was closed or the thread interrupted. */
    private boolean waited(Duration time) {
        try {
            return time.isZero() || !closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
