package io.github.qlikconnections;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.qlikconnections.auth.Secret;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;

/** The rules for dependencies between packages. */
@AnalyzeClasses(packages = "io.github.qlikconnections", importOptions = ArchitectureTest.OwnMainClasses.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.qlikconnections";
    private static final String GENERATED = ROOT + ".client..";
    private static final String HTTP_CLIENT = "org.apache.hc..";
    private static final String JSON = "com.fasterxml.jackson..";

    @ArchTest
    static final ArchRule onlyTheGatewaySeesGeneratedTypes = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".internal.gateway..", ROOT + ".internal.constraint..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(GENERATED);

    /** The generated constraints are constants, so the rules for drafts stay pure. */
    @ArchTest
    static final ArchRule constraintsSeeOnlyGeneratedConstraints = noClasses()
            .that()
            .resideInAPackage(ROOT + ".internal.constraint..")
            .should()
            .dependOnClassesThat(resideInAPackage(GENERATED)
                    .and(not(describe(
                            "constraints", (JavaClass c) -> c.getSimpleName().endsWith("Constraints")))));

    @ArchTest
    static final ArchRule onlyInternalHttpSeesTheHttpClient = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".internal.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HTTP_CLIENT);

    @ArchTest
    static final ArchRule oneClassBuildsTheHttpClient = noClasses()
            .that(are(not(
                    describe("the factory", (JavaClass c) -> c.getSimpleName().equals("HttpClientFactory")))))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpClients.class);

    @ArchTest
    static final ArchRule onlyTheGatewayImplementsTheGeneratedClientsSender = classes()
            .that()
            .implement(ROOT + ".client.ApiClient")
            .should()
            .resideInAPackage(ROOT + ".internal.gateway");

    @ArchTest
    static final ArchRule valuesAndRulesArePure = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + ".auth..",
                    ROOT + ".bulk..",
                    ROOT + ".error..",
                    ROOT + ".event..",
                    ROOT + ".model..",
                    ROOT + ".plan..",
                    ROOT + ".rate..",
                    ROOT + ".spec..",
                    ROOT + ".validation..",
                    ROOT + ".internal.argument..",
                    ROOT + ".internal.compare..",
                    ROOT + ".internal.json..",
                    ROOT + ".internal.spec..",
                    ROOT + ".internal.text..",
                    ROOT + ".internal.validation..",
                    ROOT + ".internal.wire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".internal.http..",
                    ROOT + ".internal.gateway..",
                    ROOT + ".internal.workflow..",
                    HTTP_CLIENT,
                    GENERATED,
                    "java.net.http..");

    /** The builder creates the client and is therefore the only class that depends on packages above its own. */
    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().assignedFrom(new Packages())
            .should()
            .beFreeOfCycles()
            .ignoreDependency(type(QlikClientBuilder.class), alwaysTrue());

    @ArchTest
    static final ArchRule workflowsDoNotDependOnTheWire = noClasses()
            .that()
            .resideInAPackage(ROOT + ".internal.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP_CLIENT, JSON, GENERATED);

    @ArchTest
    static final ArchRule entryPointsAreInterfaces = classes()
            .that()
            .resideInAPackage(ROOT)
            .and()
            .arePublic()
            .and()
            .haveSimpleNameNotEndingWith("Builder")
            .should()
            .beInterfaces();

    @ArchTest
    static final ArchRule valuesAreFinal = classes()
            .that()
            .resideInAnyPackage(
                    ROOT + ".auth",
                    ROOT + ".bulk",
                    ROOT + ".event",
                    ROOT + ".model",
                    ROOT + ".plan",
                    ROOT + ".spec",
                    ROOT + ".validation")
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .should()
            .haveModifier(JavaModifier.FINAL);

    /** Only code that validates or sends a secret may read it. Users' values, reports and workflows may not. */
    @ArchTest
    static final ArchRule secretsAreRevealedOnlyInside = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT,
                    ROOT + ".bulk..",
                    ROOT + ".model..",
                    ROOT + ".plan..",
                    ROOT + ".spec..",
                    ROOT + ".validation..",
                    ROOT + ".error..",
                    ROOT + ".internal.workflow..",
                    ROOT + ".internal.json..")
            .should()
            .callMethod(Secret.class, "reveal");

    /** A simulated clock must observe every wait. The exceptions do not wait, or wait for calls that do. */
    @ArchTest
    static final ArchRule everyWaitGoesThroughTiming = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + ".internal.http..",
                    ROOT + ".internal.token..",
                    ROOT + ".internal.gateway..",
                    ROOT + ".internal.workflow..")
            .and(are(not(describe(
                    "clocks, the deadline enforcer, the executor of runs and the prefetch of pages",
                    (JavaClass c) -> List.of("SystemTiming", "DeadlineEnforcer", "BoundedExecutor", "PagePrefetcher")
                            .contains(c.getSimpleName())))))
            .should()
            .callMethodWhere(describe(
                    "wait by itself",
                    call -> (call.getTargetOwner().isAssignableTo(Thread.class)
                                    && (call.getName().equals("sleep")
                                            || call.getName().equals("join")))
                            || call.getTargetOwner().isAssignableTo(LockSupport.class)
                            || call.getTargetOwner().isAssignableTo(CountDownLatch.class)
                            || (call.getTargetOwner().isAssignableTo(TimeUnit.class)
                                    && call.getName().equals("sleep"))
                            || (call.getTargetOwner().isAssignableTo(Lock.class)
                                    && !call.getName().equals("unlock"))
                            || (call.getTargetOwner().isAssignableTo(Future.class)
                                    && List.of("get", "join").contains(call.getName()))
                            || call.getName().equals("wait")));

    @ArchTest
    static final ArchRule nothingIsLoggedAtInfo = noClasses()
            .should()
            .callMethodWhere(describe(
                    "log at INFO or above WARN",
                    call -> call.getTargetOwner().isAssignableTo(Logger.class)
                            && (call.getName().equals("info") || call.getName().equals("error"))));

    @ArchTest
    static final ArchRule nothingIsPrinted = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule publicMethodsDoNotReturnNull = noMethods()
            .that()
            .areDeclaredInClassesThat(resideOutsideInternal())
            .and()
            .arePublic()
            .should()
            .beAnnotatedWith("org.jspecify.annotations.Nullable");

    @ArchTest
    static void everyPackageIsNullMarked(com.tngtech.archunit.core.domain.JavaClasses classes) {
        assertThat(classes.getPackage(ROOT).getSubpackagesInTree().stream()
                        .filter(p -> !p.getName().startsWith(ROOT + ".client"))
                        .filter(p -> p.getClasses().stream()
                                .anyMatch(c -> !c.getSimpleName().equals("package-info"))))
                .isNotEmpty()
                .allMatch(ArchitectureTest::nullMarked);
    }

    private static boolean nullMarked(JavaPackage javaPackage) {
        return javaPackage.tryGetPackageInfo().isPresent()
                && javaPackage.getPackageInfo().isAnnotatedWith(NullMarked.class);
    }

    private static DescribedPredicate<JavaClass> resideOutsideInternal() {
        return not(resideInAPackage(ROOT + ".internal.."));
    }

    /** Assigns each package, including the root package, to its own slice. */
    private static final class Packages implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    static final class OwnMainClasses implements ImportOption {

        @Override
        public boolean includes(com.tngtech.archunit.core.importer.Location location) {
            return location.contains("/facade/target/classes/");
        }
    }
}
