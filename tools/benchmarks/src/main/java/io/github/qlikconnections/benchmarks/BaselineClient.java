package io.github.qlikconnections.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A hand-written client with HttpClient and Jackson, as the baseline. It has timeouts, does not retry POST, and parses bodies from
 * the stream into records with the same members as the library. It has no validation, rate limit, deadline or size limits.
 */
final class BaselineClient implements AutoCloseable {

    private static final String CONNECTIONS = "/api/v1/data-connections";

    private final String url;
    private final String authorization;
    private final CloseableHttpClient http;
    private final ObjectWriter writer;
    private final ObjectReader connection;
    private final ObjectReader page;
    private final ObjectReader catalog;

    BaselineClient(String url, String apiKey) {
        this.url = url;
        this.authorization = "Bearer " + apiKey;
        ObjectMapper json = new ObjectMapper();
        this.writer = json.writer();
        this.connection = json.readerFor(Connection.class);
        this.page = json.readerFor(ConnectionList.class);
        this.catalog = json.readerFor(Catalog.class);
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(20)
                        .setMaxConnTotal(20)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(10, TimeUnit.SECONDS)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(10))
                        .setResponseTimeout(Timeout.ofSeconds(30))
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .build();
    }

    Connection create(String source, String name, @Nullable String space, Map<String, Object> properties) {
        HttpPost post = new HttpPost(URI.create(url + CONNECTIONS));
        try {
            post.setEntity(new ByteArrayEntity(
                    writer.writeValueAsBytes(new Draft(source, name, space, properties)),
                    ContentType.APPLICATION_JSON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return send(post, connection, Connection.class);
    }

    Connection get(String id) {
        return send(new HttpGet(URI.create(url + CONNECTIONS + "/" + id)), connection, Connection.class);
    }

    ConnectionList list(String query) {
        return send(new HttpGet(URI.create(url + CONNECTIONS + "?" + query)), page, ConnectionList.class);
    }

    /** Returns the number of entries of the long list. */
    long listAll(int pages) {
        return listAll(longList(pages), () -> {});
    }

    /** Calls an action after each page and returns the number of entries. */
    long listAll(String query, Runnable action) {
        long count = 0;
        String cursor = "";
        while (true) {
            ConnectionList fetched = list(query + cursor);
            count += fetched.data().size();
            action.run();
            String next = fetched.next();
            if (next == null) {
                return count;
            }
            cursor = "&page=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
    }

    static String longList(int pages) {
        return "spaceId=long-" + pages + "&limit=100";
    }

    Catalog sources() {
        return send(new HttpGet(URI.create(url + "/api/v1/data-sources")), catalog, Catalog.class);
    }

    private <T> T send(HttpUriRequestBase request, ObjectReader reader, Class<T> type) {
        request.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        try {
            return http.execute(request, response -> {
                if (response.getCode() >= 300) {
                    throw new IOException(
                            response.getCode() + " " + EntityUtils.toString(response.getEntity(), 10_000));
                }
                return type.cast(reader.readValue(response.getEntity().getContent()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Draft(
            @JsonProperty("datasourceID") String source,
            @JsonProperty("qName") String name,
            @JsonProperty("space") @Nullable String space,
            @JsonProperty("connectionProperties") Map<String, Object> properties) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Connection(
            @JsonProperty("qID") String id,
            @JsonProperty("qName") String name,
            @JsonProperty("datasourceID") @Nullable String source,
            @JsonProperty("space") @Nullable String space,
            @JsonProperty("user") @Nullable String owner,
            @JsonProperty("qType") @Nullable String type,
            @JsonProperty("qConnectStatement") @Nullable String statement,
            @JsonProperty("qLogOn") @Nullable String logOn,
            @JsonProperty("qArchitecture") @Nullable Integer architecture,
            @JsonProperty("qri") @Nullable String qri,
            @JsonProperty("tenant") @Nullable String tenant,
            @JsonProperty("version") @Nullable String version,
            @JsonProperty("qCredentialsID") @Nullable String credentialsId,
            @JsonProperty("qCredentialsName") @Nullable String credentialsName,
            @JsonProperty("qSeparateCredentials") boolean separateCredentials,
            @JsonProperty("created") @Nullable String created,
            @JsonProperty("updated") @Nullable String updated,
            @JsonProperty("tags") @Nullable List<String> tags,
            @JsonProperty("privileges") @Nullable List<String> privileges,
            @JsonProperty("connectionProperties") @Nullable Map<String, Object> properties) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ConnectionList(
            @JsonProperty("data") List<Connection> data,
            @JsonProperty("links") @Nullable PageLinks links,
            @JsonProperty("errors") @Nullable List<Object> errors) {

        @Nullable String next() {
            if (links == null || links.next() == null) {
                return null;
            }
            String href = links.next().href();
            return href.substring(href.indexOf("page=") + "page=".length());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PageLinks(@JsonProperty("next") @Nullable Href next) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Href(@JsonProperty("href") String href) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Catalog(@JsonProperty("dataSources") List<CatalogEntry> sources) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CatalogEntry(
            @JsonProperty("dataSourceId") String id,
            @JsonProperty("dataSourceName") @Nullable String name,
            @JsonProperty("provider") @Nullable String provider,
            @JsonProperty("providerName") @Nullable String providerName,
            @JsonProperty("dataSourceType") @Nullable String type,

            @JsonProperty("dataSourcePropertyName") @Nullable String propertyName,

            @JsonProperty("capabilities") @Nullable List<String> capabilities,
            @JsonProperty("disabled") boolean disabled,
            @JsonProperty("qriDefinition") @Nullable QriPrefix qri) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record QriPrefix(@JsonProperty("qriPrefix") @Nullable String prefix) {}
}
