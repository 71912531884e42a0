package io.github.qlikconnections.bucket4j;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.qlikconnections.bucket4j", importOptions = ImportOption.DoNotIncludeTests.class)
class SharedRateLimitArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_PUBLIC_PACKAGES_OF_THE_LIBRARY = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.github.qlikconnections.internal..")
                    .or(resideInAPackage("io.github.qlikconnections.client.."))
                    .or(resideInAPackage("io.github.qlikconnections.testkit..")));

    @ArchTest
    static final ArchRule NO_DRIVER_OF_A_STORE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lettuce..", "io.github.bucket4j.redis..", "redis..");
}
