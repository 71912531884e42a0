package io.github.qlikconnections.invariants;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import java.util.Map;

/** Verifies that no test builds a client that {@link ClientInvariants} does not check. */
@AnalyzeClasses(packagesOf = QlikClient.class, importOptions = ImportOption.OnlyIncludeTests.class)
class ClientTrackingTest {

    /** The classes that may build a client themselves, and the reasons. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "TrackedClients", "builds the tracked clients",
            "ListMemoryTest$Listing", "is the main class of another process, in which no test runs");

    @ArchTest
    static final ArchRule clientsAreBuiltByTrackedClients = noClasses()
            .that(are(not(describe(
                    "in the list of exceptions",
                    (JavaClass type) -> EXCEPTIONS.keySet().stream()
                            .anyMatch(name -> type.getName().endsWith("." + name))))))
            .should()
            .accessTargetWhere(describe(
                    "build a client by itself",
                    access -> (access.getTargetOwner().isEquivalentTo(QlikClientBuilder.class)
                                    && access.getName().equals("build"))
                            || (access.getTargetOwner().isEquivalentTo(QlikClient.class)
                                    && access.getName().equals("fromEnvironment"))));
}
