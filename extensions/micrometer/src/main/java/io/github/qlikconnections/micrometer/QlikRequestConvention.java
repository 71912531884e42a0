package io.github.qlikconnections.micrometer;

import io.github.qlikconnections.event.RequestEvent;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * The default names and key values of the observation of a request. A subclass changes some of them.
 *
 * <p>All keys are always present, because some registries require it. The value of a key that is not known is {@code none}.
 *
 * <p>This class is thread-safe.
 */
public class QlikRequestConvention implements ObservationConvention<QlikRequestContext> {

    /** Creates the default convention. */
    public QlikRequestConvention() {}

    /**
     * Returns the name of the observation.
     *
     * @return {@code qlik.client.requests}
     */
    @Override
    public String getName() {
        return "qlik.client.requests";
    }

    /**
     * Returns the name of the span.
     *
     * @param context the request
     * @return {@code qlik} and the operation, for example {@code qlik createDataConnection}
     */
    @Override
    public String getContextualName(QlikRequestContext context) {
        return "qlik " + context.event().operation();
    }

    /**
     * Returns the keys with few values: {@code operation}, {@code method}, {@code uri}, {@code status}, {@code outcome} and
     * {@code error.type}.
     *
     * @param context the request
     * @return the key values
     */
    @Override
    public KeyValues getLowCardinalityKeyValues(QlikRequestContext context) {
        RequestEvent event = context.event();
        return KeyValues.of(
                KeyValue.of("operation", event.operation()),
                KeyValue.of("method", event.method()),
                KeyValue.of("uri", event.uriTemplate()),
                KeyValue.of(
                        "status",
                        event.status().isPresent()
                                ? String.valueOf(event.status().getAsInt())
                                : KeyValue.NONE_VALUE),
                KeyValue.of("outcome", event.outcome().map(Enum::name).orElse(KeyValue.NONE_VALUE)),
                KeyValue.of("error.type", event.errorType().orElse(KeyValue.NONE_VALUE)));
    }

    /**
     * Returns the keys for spans only: {@code attempts}.
     *
     * @param context the request
     * @return the key values
     */
    @Override
    public KeyValues getHighCardinalityKeyValues(QlikRequestContext context) {
        return KeyValues.of("attempts", String.valueOf(context.event().attempt()));
    }

    /**
     * Returns whether the context is that of a request of the library.
     *
     * @param context a context
     * @return true for a {@link QlikRequestContext}
     */
    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof QlikRequestContext;
    }
}
