package io.github.qlikconnections.micrometer;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;

/** Observations and meters of a client, as {@code docs/guides/metrics.md} shows them. */
final class MetricsSample {

    private MetricsSample() {}

    static QlikClient observed(QlikClientBuilder builder, MeterRegistry meters) {
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));

        return builder.addListener(QlikObservationListener.builder(observations).build())
                .addListener(QlikMeterListener.of(meters))
                .build();
    }

    static QlikObservationListener renamed(ObservationRegistry observations) {
        return QlikObservationListener.builder(observations)
                .convention(new QlikRequestConvention() {
                    @Override
                    public String getName() {
                        return "acme.qlik.requests";
                    }
                })
                .build();
    }
}
