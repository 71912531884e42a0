package io.github.qlikconnections.micrometer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The module uses public packages of the library only, and works without Spring and without a tracer. */
@AnalyzeClasses(packages = "io.github.qlikconnections.micrometer", importOptions = ImportOption.DoNotIncludeTests.class)
class MicrometerDependenciesTest {

    @ArchTest
    static final ArchRule onlyEventsOfTheLibraryAndMicrometerAreUsed = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.qlikconnections.micrometer",
                    "io.github.qlikconnections.event",
                    "io.micrometer.common",
                    "io.micrometer.core.instrument",
                    "io.micrometer.observation..",
                    "java..",
                    "org.jspecify.annotations");
}
