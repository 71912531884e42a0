package io.github.qlikconnections.faults;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.DataCredentials;
import io.github.qlikconnections.DataSources;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.Spaces;
import io.github.qlikconnections.Users;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.BulkOptions;
import io.github.qlikconnections.bulk.CredentialSupplier;
import io.github.qlikconnections.bulk.RotationItem;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.bulk.RotationOutcome;
import io.github.qlikconnections.bulk.RotationReport;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.DeletionPreview;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.OAuthChallenge;
import io.github.qlikconnections.model.SecretUpdate;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.SpaceType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Calls every method of the public interfaces with a marker in every secret, and reports how each call ended. */
final class PublicApiExerciser {

    /** The marker in every secret. */
    static final String MARKER = "m4rk3r";

    private static final String S3 = "File_AmazonS3ConnectorV2";
    private static final Secret KEY = Secret.of(MARKER + "-key");
    /** A long marker with several lines and characters that JSON escapes, like a key file. */
    private static final Secret LONG = Secret.of((MARKER + "-long \"quoted\\\" é/\n").repeat(40));

    private final Set<String> called;
    private final Consumer<Object> results;
    private final Consumer<Throwable> failures;
    private final DataSources sources;
    private final DataConnections connections;
    private final Spaces spaces;
    private final Users users;
    private final DataCredentials credentials;
    private final String space;
    private final String id;
    private final String other;
    private final String credential;

    PublicApiExerciser(
            FakeTenant tenant,
            QlikClient qlik,
            Set<String> called,
            Consumer<Object> results,
            Consumer<Throwable> failures) {
        this.called = called;
        this.results = results;
        this.failures = failures;
        sources = record(DataSources.class, qlik.dataSources());
        connections = record(DataConnections.class, qlik.dataConnections());
        spaces = record(Spaces.class, qlik.spaces());
        users = record(Users.class, qlik.users());
        credentials = record(DataCredentials.class, qlik.dataCredentials());
        space = tenant.addSpace("Finance", SpaceType.SHARED);
        Map<String, String> held = Map.of("bucketName", "acme", "secretKey", MARKER + "-stored");
        id = tenant.addConnection(S3, "There", null, held);
        other = tenant.addConnection(S3, "Other", null, held);
        credential = tenant.addCredential(S3, "Team", Map.of("secretKey", MARKER + "-team"));
    }

    /** Returns all public methods. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>();
        Stream.of(DataSources.class, DataConnections.class, Spaces.class, Users.class, DataCredentials.class)
                .flatMap(type -> Stream.of(type.getMethods()))
                .forEach(method -> all.add(name(method)));
        return all;
    }

    static Set<String> noneYet() {
        return new ConcurrentSkipListSet<>();
    }

    void run() {
        callReads();
        callCreates();
        callChanges();
        callRotations();
        callSignIn();
        callSeparatedCredentials();
        callDeletes();
    }

    /** Calls a few methods that fail before their own request. */
    void runBriefly() {
        step(() -> spaces.list().stream().toList());
        step(() -> connections.create(draft("New").build()));
        step(() -> connections.rotateCredentials(id, Map.of("secretKey", KEY)));
    }

    private void callReads() {
        step(() -> sources.list());
        step(() -> sources.find(S3));
        step(() -> sources.spec(S3));
        step(() -> sources.specs());
        step(() -> sources.spec(S3 + "x"));
        step(() -> sources.gateways("DG_mssql"));
        step(() -> sources.settings("rest"));
        step(() -> callVoid(() -> sources.disable("rest")));
        step(() -> callVoid(() -> sources.enable("rest")));
        step(() -> spaces.list().stream().toList());
        step(() -> spaces.findByName("Finance"));
        step(() -> spaces.get(space));
        step(() -> users.me());
        step(() -> users.get("65f1c0a2b3d4e5f60718293a"));
        step(() -> connections.get(id));
        step(() -> connections.getWithProperties(id));
        step(() -> connections.list(ConnectionQuery.all()).stream().toList());
        step(() -> connections.findByName("There", SpaceRef.personal()));
    }

    private void callCreates() {
        step(() -> connections.validate(draft("New").build()));
        step(() -> connections.validate(draft("New").secret("regoin", KEY).build()));
        step(() -> connections.create(draft("New").inSpace(space).build()));
        step(() -> connections.create(draft("New").inSpace(space).build()));
        step(() -> connections.create(draft("Bad").set("regionn", "x").build()));
        step(() -> connections.create(ConnectionDraft.builder(
                        "rest",
                        "Old way",
                        ConnectStatement.builder("CUSTOM CONNECT TO \"provider=P.exe;\"", "P.exe")
                                .username("me")
                                .password(LONG)
                                .connectionSecret(KEY)
                                .build())
                .build()));
        step(() -> connections.ensure(
                draft("New").inSpaceNamed("Finance").set("region", "eu-north-1").build()));
        step(() -> connections.ensure(
                draft("New").inSpaceNamed("Finance").build(),
                EnsureOptions.builder().secrets(SecretUpdate.ALWAYS).build()));
        step(() -> connections.ensure(draft("Second").inSpaceNamed("Finance").build()));
        step(() -> connections.plan(draft("Second").inSpaceNamed("Finance").build()));
        step(() -> connections.plan(
                draft("New").inSpaceNamed("Finance").secretsVersion("2").build(),
                EnsureOptions.builder().secrets(SecretUpdate.ALWAYS).build()));
        step(() -> connections.apply(connections.plan(
                draft("New").inSpaceNamed("Finance").set("region", "us-east-1").build())));
        List<ConnectionDraft> several = List.of(
                draft("New").inSpaceNamed("Finance").build(),
                draft("Third").inSpaceNamed("Finance").build());
        step(() -> connections.planAll(several));
        step(() -> connections.planAll(several, EnsureOptions.defaults()));
        step(() -> connections.ensureAll(several));
        step(() -> connections.ensureAll(
                several, EnsureOptions.builder().secrets(SecretUpdate.ALWAYS).build()));
        step(() ->
                connections.ensureAll(List.of(draft("Bad").set("regionn", "x").build())));
        List<ConnectionDraft> drafts = List.of(
                draft("New").inSpaceNamed("Finance").build(),
                draft("Third").inSpaceNamed("Finance").build(),
                draft("Bad").set("regionn", "x").build());
        step(() -> connections.ensureAll(drafts));
        step(() -> connections.ensureAll(
                drafts.subList(0, 2),
                EnsureOptions.builder().secrets(SecretUpdate.ALWAYS).build()));
    }

    private void callChanges() {
        step(() -> connections.update(
                id, ConnectionPatch.builder().secret("secretKey", LONG).build()));
        step(() -> connections.update(
                id,
                ConnectionPatch.builder()
                        .authCode(Secret.of(MARKER + "-code"))
                        .tags("t")
                        .build()));
        step(() -> connections.update(
                id,
                ConnectionPatch.builder()
                        .authCode(Secret.of(MARKER + "\r\n"))
                        .tags("t")
                        .build()));
        step(() -> callVoid(() -> connections.replace(
                id,
                ConnectionReplacement.builder("There", "P.exe", "CUSTOM CONNECT TO \"provider=P.exe;\"")
                        .connectionSecret(LONG)
                        .build())));
        step(() -> connections.duplicate(
                id,
                DuplicateOptions.builder().name("Copy").credentials("me", LONG).build()));
        step(() -> connections.move(List.of(id, other), SpaceRef.ofName("Finance")));
        step(() -> connections.changeOwner(List.of(id, other), "user-9"));
        step(() -> connections.move(List.of(id), SpaceRef.ofName("Finance"), BulkOptions.defaults()));
        step(() -> connections.changeOwner(List.of(id), "user-9", BulkOptions.defaults()));
    }

    private void callRotations() {
        CredentialSupplier fresh = connection -> Map.of("accessKey", KEY, "secretKey", LONG);
        step(() -> connections.rotateCredentials(id, Map.of("secretKey", LONG)));
        step(() -> connections.rotateCredentials(
                ConnectionQuery.all(),
                fresh,
                RotationOptions.builder().dryRun(true).build()));
        step(() -> connections.rotateCredentials(ConnectionQuery.all(), fresh, RotationOptions.defaults()));
        step(() -> connections.rotateCredentials(
                ConnectionQuery.all(),
                connection -> {
                    throw new IllegalStateException(MARKER + "-of-the-supplier");
                },
                RotationOptions.defaults()));
        RotationReport earlier = RotationReport.of(List.of(
                RotationItem.builder(id, "There", RotationOutcome.FAILED).build()));
        step(() -> connections.rotateCredentials(earlier, fresh, RotationOptions.defaults()));
    }

    private void callSignIn() {
        ConnectionDraft draft = ConnectionDraft.builder("gbq", "Warehouse")
                .set("OAuthMechanism", "1")
                .set("Catalog", "acme-data")
                .build();
        step(() -> connections.beginOAuth(draft));
        OAuthChallenge challenge = OAuthChallenge.of(draft, URI.create("https://accounts.example.com/authorize"), null);
        step(() -> connections.completeOAuth(challenge, Secret.of(MARKER + "-code")));
    }

    private void callSeparatedCredentials() {
        step(() -> credentials.get(credential));
        step(() -> credentials.findByName("Team"));
        step(() -> callVoid(() -> credentials.rename(credential, "Group")));
        step(() -> credentials.orphans());
        step(() -> credentials.delete(credential));
    }

    private void callDeletes() {
        step(() -> connections.delete(id));
        step(() -> connections.deleteAll(List.of(other)));
        step(() -> connections.previewDeletion(ConnectionQuery.all()));
        step(() -> connections.deleteAll(DeletionPreview.of(List.of())));
        step(() -> connections.deleteAll(List.of(other), BulkOptions.defaults()));
        step(() -> connections.deleteAll(DeletionPreview.of(List.of()), BulkOptions.defaults()));
    }

    private void step(Supplier<Object> call) {
        try {
            results.accept(call.get());
        } catch (QlikException | IllegalArgumentException e) {
            failures.accept(e);
        }
    }

    private static String callVoid(Runnable call) {
        call.run();
        return "";
    }

    /** Returns a proxy that records which methods were called. */
    private <T> T record(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    called.add(name(method));
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + List.of(method.getParameterTypes()).stream()
                        .map(Class::getSimpleName)
                        .toList();
    }

    private static ConnectionDraft.Builder draft(String name) {
        return ConnectionDraft.builder(S3, name)
                .set("region", "eu-west-1")
                .set("bucketName", "acme")
                .secret("accessKey", KEY)
                .secret("secretKey", LONG);
    }
}
