package io.github.qlikconnections.examples.service;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.RotationItem;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.bulk.RotationReport;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.SpaceRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/** Rotates credentials in the background. A real service would keep the progress in a database, and remove it at some time. */
@Component
class RotationJobs {

    private static final Logger LOGGER = LoggerFactory.getLogger(RotationJobs.class);

    private final DataConnections connections;
    private final TaskExecutor executor;
    private final Map<String, RotationProgress> jobs = new ConcurrentHashMap<>();

    RotationJobs(DataConnections connections, TaskExecutor executor) {
        this.connections = connections;
        this.executor = executor;
    }

    String start(String space, String dataSource, Map<String, Secret> secrets) {
        String id = UUID.randomUUID().toString();
        jobs.put(id, RotationProgress.STARTED);
        executor.execute(() -> run(id, space, dataSource, secrets));
        return id;
    }

    Optional<RotationProgress> progress(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    private void run(String id, String space, String dataSource, Map<String, Secret> secrets) {
        ConnectionQuery query = ConnectionQuery.builder()
                .in(SpaceRef.ofName(space))
                .toSource(dataSource)
                .build();
        RotationOptions options = RotationOptions.builder()
                .listener((done, total, item) -> update(id, progress -> progress.with(done, total)))
                .build();
        try {
            RotationReport report = connections.rotateCredentials(query, connection -> secrets, options);
            List<String> failed =
                    report.failed().stream().map(RotationItem::name).toList();
            update(
                    id,
                    progress -> progress.ended(
                            failed.isEmpty() ? RotationProgress.State.FINISHED : RotationProgress.State.FAILED,
                            failed));
        } catch (RuntimeException e) {
            LOGGER.warn("The rotation {} failed", id, e);
            update(id, progress -> progress.ended(RotationProgress.State.FAILED, List.of()));
        }
    }

    private void update(String id, UnaryOperator<RotationProgress> change) {
        jobs.computeIfPresent(id, (key, progress) -> change.apply(progress));
    }
}
