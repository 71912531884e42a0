package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.testkit.FakeDataSource;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.ReceivedRequest;
import io.github.qlikconnections.testkit.StubResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A process with a {@link FakeTenant}, so that its cost is not measured with the caller. In addition to the defaults it has 100
 * connections, 200 data sources, long lists in spaces such as {@code long-1000} (1000 pages), and a list of data sources of 300 KB.
 * It prints its URL and API key, deletes created connections for each line of its input, and exits at the end of the input.
 */
public final class TenantMain {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String LONG = "long-";
    private static final int PAGE = 100;
    private static final String CONNECTION = """
            {"qID":"%1$s","qName":"Connection %2$d","qType":"QvWebStorageProviderConnectorPackage.exe",
            "qEngineObjectID":"%1$s","qConnectStatement":"CUSTOM CONNECT TO \\"provider=QvWebStorageProviderConnectorPackage.exe;\
            sourceType=File_AmazonS3ConnectorV2;region=eu-west-1;bucketName=bucket-%2$d;\\"","qLogOn":0,"qArchitecture":0,
            "privileges":["list","update","delete","read","change_owner","change_space"],"tenant":"benchmarks",
            "links":{"self":{"href":"https://elsewhere.example/api/v1/data-connections/%1$s"}},
            "datasourceID":"File_AmazonS3ConnectorV2","space":"%3$s","user":"65f1c0a2b3d4e5f60718293a",
            "created":"2026-11-23T10:00:00.123Z","updated":"2026-11-23T10:00:00.123Z","tags":["one","two"],
            "qSeparateCredentials":false,"qCredentialsID":"%1$s","qri":"qri:s3://bucket-%2$d"}""";

    private TenantMain() {}

    /**
     * Runs until the end of the input.
     *
     * @param arguments none
     * @throws IOException if the input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        try (FakeTenant tenant = FakeTenant.start()) {
            for (int i = 0; i < PAGE; i++) {
                tenant.addConnection(
                        Samples.LAKE, "Lake " + i, null, Map.of("region", "eu-west-1", "bucketName", "b" + i));
            }
            for (int i = 0; i < Samples.SOURCES; i++) {
                tenant.addDataSource(FakeDataSource.builder(Samples.source(i))
                        .displayName("Source " + i)
                        .connectionProperties(Samples.lakeSchema())
                        .secretProperties("accessKey", "secretKey")
                        .build());
            }
            String catalog = catalog();
            tenant.stubAll(
                    request -> request.path().equals("/api/v1/data-sources")
                            && request.method().equals("GET"),
                    request -> StubResponse.json(200, catalog));
            tenant.stubAll(request -> request.query("spaceId").orElse("").startsWith(LONG), TenantMain::page);
            System.out.println(tenant.url() + "," + tenant.apiKey());
            var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (input.readLine() != null) {
                forgetCreated(tenant);
                System.out.println("forgotten");
            }
        }
    }

    /** Many seconds of creating would otherwise fill the memory, and the callers would wait for its garbage collector. */
    private static void forgetCreated(FakeTenant tenant) throws IOException {
        String created = tenant.connections().stream()
                .filter(connection -> connection.name().startsWith(TenantProcess.CREATED))
                .map(connection -> "{\"id\":\"" + connection.id() + "\"}")
                .collect(Collectors.joining(",", "{\"connections\":[", "]}"));
        var request = HttpRequest.newBuilder(URI.create(tenant.url() + "/api/v1/data-connections/actions/delete"))
                .header("Authorization", "Bearer " + tenant.apiKey())
                .POST(HttpRequest.BodyPublishers.ofString(created))
                .build();
        try {
            int status =
                    HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 207) {
                throw new IllegalStateException("the tenant did not delete the connections: status " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tenant.clearRequests();
    }

    /** Returns a page of a long list. The cursor is the page number. */
    private static StubResponse page(ReceivedRequest request) {
        int pages = Integer.parseInt(request.query("spaceId").orElseThrow().substring(LONG.length()));
        int page = request.query("page").map(Integer::parseInt).orElse(0);
        String rows = IntStream.range(page * PAGE, (page + 1) * PAGE)
                .mapToObj(i -> CONNECTION.formatted("00000000-0000-4000-8000-%012d".formatted(i), i, LONG + pages))
                .collect(Collectors.joining(","));
        String next = page + 1 < pages
                ? ",\"next\":{\"href\":\"https://elsewhere.example/api/v1/data-connections?page=" + (page + 1) + "\"}"
                : "";
        return StubResponse.json(
                200,
                "{\"data\":[" + rows + "],\"links\":{\"self\":{\"href\":\"https://elsewhere.example\"}" + next + "}}");
    }

    private static String catalog() {
        return IntStream.range(0, Samples.SOURCES)
                .mapToObj(TenantMain::source)
                .collect(Collectors.joining(",", "{\"lastUpdated\":\"2026-11-23T10:00:00Z\",\"dataSources\":[", "]}"));
    }

    private static String source(int i) {
        String urls = IntStream.range(0, 6)
                .mapToObj(
                        n -> "\"%s\":\"https://benchmarks.example/connectors/source-%d/%s?theme=plain&version=1.2.%d\""
                                .formatted(UI[n], i, UI[n], n))
                .collect(Collectors.joining(","));
        return """
                {"dataSourceId":"source-%1$d","dataSourceName":"Source %1$d","name":"Some connectors","provider":"Some.exe",
                "providerName":"Some connectors","dataSourceType":"connector","dataSourcePropertyName":"sourceType",
                "dataLoadUrlOverride":null,"disabled":false,"settings":[],
                "capabilities":["DataLoad","DataPreview","Metadata","SeparateCredentials"],
                "uiInfo":{"iframe":true,"loadModelSupport":"false",%2$s},
                "qriDefinition":{"qriPrefix":"source%1$d",
                "connectionPart":{"template":"source%1$d://{host}:{port}/{database}","properties":["host","port","database"]},
                "pathPart":{"prefix":"/","template":"{schema}/{table}","properties":["schema","table","catalog"]},
                "itemPart":{"prefix":"#","template":"{column}","properties":["column","type","length"]}}}""".formatted(i, urls);
    }

    private static final String[] UI = {
        "selectUrl", "connectUrl", "iconRectUrl", "iconSquareUrl", "credentialsUrl", "connectorMainUrl"
    };
}
