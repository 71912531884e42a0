package io.github.qlikconnections.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.auth.SigningAlgorithm;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.internal.http.RawServer;
import io.github.qlikconnections.internal.http.TestMetrics;
import io.github.qlikconnections.internal.token.TestKeys;
import io.github.qlikconnections.invariants.RecordedLogs;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.testkit.FakeTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/**
 * Runs every workflow at log level TRACE, with and without each fault. No log entry, exception, result or event
 * contains a secret.
 */
class SecretLeakTest {

    private static final String MARKER = PublicApiExerciser.MARKER;
    private static final KeyPair KEYS = keys();
    private static final String PEM = TestKeys.pem(KEYS);

    private static final String PART_OF_PEM =
            PEM.lines().skip(2).findFirst().orElseThrow().substring(0, 20);

    /** The markers, issued tokens, the private key, its signatures, and every bearer token. */
    private static final List<Forbidden> SECRETS = List.of(
            Forbidden.of(MARKER, ""),
            Forbidden.of("fake-token-", ""),
            Forbidden.of(PART_OF_PEM, ""),
            Forbidden.of("BEGIN PRIVATE", ""),
            Forbidden.of("eyJ", "[\\w-]{8}"),
            Forbidden.of("Bearer ", "(?!\\[hidden])"));

    /** The hanging ones are first, so that their timeouts elapse while the others run. */
    private static final List<FaultInjectingServer.RequestFault> DISTURBANCES =
            Stream.<FaultInjectingServer.RequestFault>concat(
                            Stream.of(Fault.values()).filter(fault -> fault != Fault.NONE), Stream.of(Echo.values()))
                    .sorted(Comparator.comparing(disturbance -> !hangs(disturbance)))
                    .toList();

    /** Text that matches a pattern. Its literal start is found faster in the texts, which have many megabytes. */
    private record Forbidden(String start, Pattern pattern) {

        static Forbidden of(String start, String rest) {
            return new Forbidden(start, Pattern.compile(Pattern.quote(start) + rest));
        }

        boolean isIn(String text) {
            return text.contains(start) && pattern.matcher(text).find();
        }
    }

    private final Set<String> called = PublicApiExerciser.noneYet();
    private final Queue<Object> results = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Queue<RequestEvent> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger finished = new AtomicInteger();

    @Test
    void noLogExceptionResultOrEventContainsASecret() {
        List<RecordedLogs.Event> log = RecordedLogs.during(this::runAll);

        assertThat(called)
                .as("every method of the public interfaces")
                .containsExactlyElementsOf(PublicApiExerciser.all());
        assertThat(log)
                .filteredOn(event -> event.logger().startsWith("io.github.qlikconnections"))
                .isNotEmpty()
                .allMatch(event -> event.level() == Level.DEBUG || event.level() == Level.WARN);
        assertThat(results).hasSizeGreaterThan(100);
        assertThat(failures).hasSizeGreaterThan(100);
        assertThat(events).hasSizeGreaterThan(1000);
        Stream.of(
                        log.stream().map(RecordedLogs.Event::text),
                        results.stream().map(ReflectivePrinter::by),
                        failures.stream().map(ReflectivePrinter::byThrown),
                        events.stream().map(ReflectivePrinter::by))
                .flatMap(texts -> texts)
                .distinct()
                .forEach(SecretLeakTest::assertContainsNoSecret);
        TestMetrics.record(
                "scanned-for-secrets",
                log.size() + " log events, " + failures.size() + " exceptions, "
                        + results.size() + " results and " + events.size() + " listener events of "
                        + (results.size() + failures.size()) + " calls of " + called.size() + " methods, found: 0");
    }

    private static void assertContainsNoSecret(String text) {
        assertThat(SECRETS).as(text).noneMatch(secret -> secret.isIn(text));
    }

    private void runAll() {
        List<Runnable> runs = new ArrayList<>();
        for (QlikCredentials credentials : everyKind()) {
            runs.add(() -> runWithoutFaults(credentials));
        }
        for (FaultInjectingServer.RequestFault disturbance : DISTURBANCES) {
            runs.add(() -> runWithFaults(disturbance, SecretLeakTest::isWrite, oauth(), false));
            runs.add(() -> runWithFaults(disturbance, request -> true, apiKey(), false));
            runs.add(() -> runWithFaults(disturbance, SecretLeakTest::isTokenRequest, oauth(), true));
            runs.add(() -> runWithFaults(disturbance, SecretLeakTest::isTokenRequest, privateKey(), true));
        }
        // Most calls only wait, so they run in parallel.
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<?>> running = new ArrayList<>();
            runs.forEach(run -> running.add(threads.submit(run)));
            for (Future<?> run : running) {
                run.get();
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean hangs(FaultInjectingServer.RequestFault disturbance) {
        return disturbance == Fault.READ_TIMEOUT || disturbance == Fault.DRIP;
    }

    private static boolean isTokenRequest(RawServer.Request request) {
        return request.target().startsWith("/oauth");
    }

    private static boolean isWrite(RawServer.Request request) {
        return !request.method().equals("GET") && !isTokenRequest(request);
    }

    private void runWithoutFaults(QlikCredentials credentials) {
        try (FakeTenant tenant = tenant();
                QlikClient qlik =
                        TrackedClients.build(client(tenant.url(), credentials).addListener(new Recorder()))) {
            everyWorkflow(tenant, qlik).run();
        }
    }

    private void runWithFaults(
            FaultInjectingServer.RequestFault disturbance,
            Predicate<RawServer.Request> which,
            QlikCredentials credentials,
            boolean briefly) {
        // Longer than the pauses of DRIP, which therefore ends with the timeout of the operation.
        Duration patience = hangs(disturbance) ? Duration.ofMillis(120) : Duration.ofSeconds(20);
        try (FakeTenant tenant = tenant();
                FaultInjectingServer wire = new FaultInjectingServer(
                        tenant.url(), request -> which.test(request) ? disturbance : Fault.NONE);
                QlikClient qlik = TrackedClients.build(client(wire.url(), credentials)
                        .responseTimeout(patience)
                        .createResponseTimeout(patience)
                        .operationTimeout(patience.multipliedBy(3).dividedBy(2))
                        .maxAttempts(2)
                        .addListener(new Recorder()))) {
            if (briefly) {
                everyWorkflow(tenant, qlik).runBriefly();
            } else {
                everyWorkflow(tenant, qlik).run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PublicApiExerciser everyWorkflow(FakeTenant tenant, QlikClient qlik) {
        return new PublicApiExerciser(tenant, qlik, called, results::add, failures::add);
    }

    private static FakeTenant tenant() {
        return FakeTenant.builder()
                .apiKey(MARKER + "-api-key")
                .oauthClient("client-7", MARKER + "-client")
                .oauthClient("client-8", KEYS.getPublic())
                .start();
    }

    private static QlikClientBuilder client(String url, QlikCredentials credentials) {
        return QlikClient.builder()
                .tenant(url)
                .credentials(credentials)
                .backoffBaseDelay(Duration.ofMillis(1))
                .rateLimits(RateLimits.perMinute(60_000, 60_000));
    }

    private static List<QlikCredentials> everyKind() {
        Secret supplied = Secret.of(MARKER + "-api-key");
        return List.of(apiKey(), oauth(), privateKey(), QlikCredentials.tokens(() -> supplied));
    }

    private static QlikCredentials apiKey() {
        return QlikCredentials.apiKey(Secret.of(MARKER + "-api-key"));
    }

    private static QlikCredentials oauth() {
        return QlikCredentials.oauth("client-7", Secret.of(MARKER + "-client"));
    }

    private static QlikCredentials privateKey() {
        return QlikCredentials.privateKey("client-8", Secret.of(PEM), SigningAlgorithm.ES384);
    }

    private static KeyPair keys() {
        try {
            return TestKeys.of(SigningAlgorithm.ES384);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records every event and sometimes throws an exception, which must not be printed either. */
    private final class Recorder implements RequestListener {

        @Override
        public void requestStarted(RequestEvent event) {
            events.add(event);
        }

        @Override
        public void attemptFinished(RequestEvent event) {
            events.add(event);
        }

        @Override
        public void throttled(RequestEvent event) {
            events.add(event);
        }

        @Override
        public void retried(RequestEvent event) {
            events.add(event);
        }

        @Override
        public void requestFinished(RequestEvent event) {
            events.add(event);
            if (finished.incrementAndGet() % 20 == 0) {
                throw new IllegalStateException(MARKER + "-of-the-listener");
            }
        }
    }
}
