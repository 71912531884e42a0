package io.github.qlikconnections.spec;

import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The specifications of all data sources of a tenant, and the data sources whose specification could not be fetched.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class SpecCatalog {

    private final List<ConnectionSpec> specs;
    private final Map<String, QlikException> failures;

    private SpecCatalog(List<ConnectionSpec> specs, Map<String, QlikException> failures) {
        this.specs = Arguments.list(specs, "specs");
        this.failures = Collections.unmodifiableMap(new LinkedHashMap<>(Arguments.map(failures, "failures")));
    }

    /**
     * Creates a catalog, for the library and for stubs.
     *
     * @param specs the specifications
     * @param failures the exceptions by data source id
     * @return the catalog
     */
    public static SpecCatalog of(List<ConnectionSpec> specs, Map<String, QlikException> failures) {
        return new SpecCatalog(specs, failures);
    }

    /**
     * Returns the specifications.
     *
     * @return an unmodifiable list in the order of the data sources
     */
    public List<ConnectionSpec> specs() {
        return specs;
    }

    /**
     * Returns why specifications are missing.
     *
     * @return an unmodifiable map from data source ids to exceptions in the order of the data sources; empty if all were fetched
     */
    public Map<String, QlikException> failures() {
        return failures;
    }

    /**
     * Writes each specification to a file that {@link ConnectionSpec#load(Path)} reads. The files have the name of the data source
     * and {@code .json}. Characters that are not allowed in a file name are percent-encoded. Existing files are replaced.
     *
     * @param directory the directory, which is created if it does not exist
     * @throws IllegalStateException if a specification was parsed from a response that is not a JSON object
     * @throws UncheckedIOException if a file cannot be written
     */
    public void save(Path directory) {
        Arguments.require(directory, "directory");
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + directory + " cannot be created.", e);
        }
        for (ConnectionSpec spec : specs) {
            spec.save(directory.resolve(URLEncoder.encode(spec.dataSourceId(), StandardCharsets.UTF_8) + ".json"));
        }
    }

    /**
     * Returns the values for a JSON library, each by the name of its method. Secrets are hidden.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        PlainMap failed = new PlainMap();
        failures.forEach((dataSourceId, failure) -> failed.put(dataSourceId, failure.toMap()));
        return new PlainMap()
                .put("specs", specs, ConnectionSpec::toMap)
                .put("failures", failed.toMap())
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpecCatalog that && specs.equals(that.specs) && failures.equals(that.failures);
    }

    @Override
    public int hashCode() {
        return Objects.hash(specs, failures.keySet());
    }

    /** Returns the number of specifications and the ids without one. */
    @Override
    public String toString() {
        return "SpecCatalog[" + specs.size() + " specifications, failed " + failures.keySet() + "]";
    }
}
