package io.github.qlikconnections.examples.service;

import io.github.qlikconnections.auth.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RotationsController {

    private final RotationJobs jobs;

    RotationsController(RotationJobs jobs) {
        this.jobs = jobs;
    }

    /** A request to rotate the credentials of all connections of a space to a data source. */
    record NewRotation(
            @NotBlank String space,
            @NotBlank String dataSource,
            @NotEmpty Map<String, @NotNull String> secrets) {

        /** Returns what is rotated, without secrets. */
        @Override
        public String toString() {
            return "NewRotation[" + dataSource + " in " + space + "]";
        }
    }

    @PostMapping("/rotations")
    ResponseEntity<RotationProgress> start(@Valid @RequestBody NewRotation request) {
        Map<String, Secret> secrets = request.secrets().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Secret.of(entry.getValue())));
        String id = jobs.start(request.space(), request.dataSource(), secrets);
        return ResponseEntity.accepted()
                .location(URI.create("/rotations/" + id))
                .body(RotationProgress.STARTED);
    }

    @GetMapping("/rotations/{id}")
    ResponseEntity<RotationProgress> progress(@PathVariable String id) {
        return ResponseEntity.of(jobs.progress(id));
    }
}
