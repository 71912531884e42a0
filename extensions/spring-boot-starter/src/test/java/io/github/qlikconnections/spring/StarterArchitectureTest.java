package io.github.qlikconnections.spring;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.qlikconnections.spring", importOptions = ImportOption.DoNotIncludeTests.class)
class StarterArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_PUBLIC_PACKAGES_OF_THE_LIBRARY = noClasses()
            .that(resideOutsideOfPackage("io.github.qlikconnections.spring.test.."))
            .should()
            .dependOnClassesThat(resideInAPackage("io.github.qlikconnections.internal..")
                    .or(resideInAPackage("io.github.qlikconnections.client.."))
                    .or(resideInAPackage("io.github.qlikconnections.testkit..")));

    @ArchTest
    static final ArchRule NO_JSON_OR_HTTP_LIBRARY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson..", "org.apache.hc..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.github.qlikconnections.(spring..)").should().beFreeOfCycles();
}
