package io.github.qlikconnections.invariants;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the classes that create a client which {@link ClientInvariants} does not check. */
final class ClientTracking {

    private static final Set<String> BUILDS = Set.of(
            "io.github.qlikconnections.QlikClientBuilder.build",
            "io.github.qlikconnections.QlikClient.fromEnvironment");

    private static final Set<String> CONTEXTS = Set.of(
            "org.springframework.boot.test.context.runner.ApplicationContextRunner.<init>",
            "org.springframework.boot.test.context.runner.WebApplicationContextRunner.<init>");

    private static final String TRACKED_CONTEXT = "io.github.qlikconnections.invariants.spring.TrackedContext.<init>";

    private ClientTracking() {}

    /** Returns the names, without the package, of such classes in the folders that contain the given classes. */
    static List<String> untracked(List<Class<?>> locations) {
        return imported(locations).stream()
                .filter(ClientTracking::createsAnUntrackedClient)
                .map(type -> type.getName().substring(type.getPackageName().length() + 1))
                .toList();
    }

    private static JavaClasses imported(List<Class<?>> locations) {
        List<URL> folders = locations.stream()
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toList();
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            // The names of other classes are enough.
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importUrls(folders);
        });
    }

    private static boolean createsAnUntrackedClient(JavaClass type) {
        Set<String> used =
                type.getAccessesFromSelf().stream().map(ClientTracking::target).collect(Collectors.toSet());
        return used.stream().anyMatch(BUILDS::contains)
                || (used.stream().anyMatch(CONTEXTS::contains) && !used.contains(TRACKED_CONTEXT));
    }

    private static String target(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getName();
    }
}
