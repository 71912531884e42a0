package io.github.qlikconnections.convergence;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SecretUpdate;
import io.github.qlikconnections.model.TagPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * A case: a source, a draft, the previous state of the tenant, and how the tenant stores and returns values.
 *
 * @param source the source
 * @param draft the draft
 * @param options the options of ensure
 * @param before the properties of the connection that exists before, empty for none
 * @param statementBefore the draft of a connect statement that is created before, empty for none
 * @param tagsBefore tags that the connection has before
 * @param forms the form in which the tenant stores properties
 * @param formsBefore whether the connection before is stored in these forms
 * @param hidesTags whether the tenant returns no tags
 * @param hidesProperties whether the tenant returns no connection properties
 * @param readOnly whether the tenant reports no privilege to update
 * @param statementShown the connect statement that the tenant returns, empty for the real one
 * @param byPlan whether the draft is ensured by applying a plan
 */
record GeneratedCase(
        GeneratedSource source,
        ConnectionDraft draft,
        EnsureOptions options,
        Optional<Map<String, Object>> before,
        Optional<ConnectionDraft> statementBefore,
        List<String> tagsBefore,
        Map<String, StoredForm> forms,
        boolean formsBefore,
        boolean hidesTags,
        boolean hidesProperties,
        boolean readOnly,
        Optional<String> statementShown,
        boolean byPlan) {

    /** Generates the case of a seed and adds separated credentials that exist beforehand to the tenant. */
    static GeneratedCase next(long seed, CaseTenant tenant) {
        // Neighboring seeds must generate different cases.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        String name = "case " + seed;
        GeneratedSource source = GeneratedSource.next("source-" + seed, random);
        tenant.add(source);
        GeneratedDraft drafts = new GeneratedDraft(source, random);
        boolean statement = random.nextInt(12) == 0;

        Map<String, Object> values = statement ? Map.of() : values(source, random);
        ConnectionDraft.Builder draft = statement ? drafts.statement(name) : drafts.properties(name, values);
        Optional<Map<String, Object>> before =
                !statement && random.nextInt(5) < 3 ? Optional.of(before(source, values, random)) : Optional.empty();
        if (!statement) {
            chooseCredentials(draft, before, tenant, source, random);
        }
        Optional<ConnectionDraft> statementBefore = statement && random.nextBoolean()
                ? Optional.of(drafts.statement(name).build())
                : Optional.empty();
        if (random.nextInt(4) == 0) {
            draft.inSpace(tenant.spaceId);
        }
        if (random.nextInt(3) == 0) {
            draft.tags(PropertyKind.any(random, List.of("one", "two", "Two")), "three");
        }
        if (random.nextInt(4) == 0) {
            draft.secretsVersion(PropertyKind.any(random, List.of("2026-10", "2026-11")));
        }
        return new GeneratedCase(
                source,
                draft.build(),
                options(source, random),
                before,
                statementBefore,
                random.nextInt(3) == 0
                        ? List.of("one", PropertyKind.any(random, List.of("four", "secrets-version:2026-10")))
                        : List.of(),
                forms(source, random),
                random.nextBoolean(),
                random.nextInt(6) == 0,
                random.nextInt(12) == 0,
                random.nextInt(30) == 0,
                statement && random.nextInt(5) == 0
                        ? Optional.of(GeneratedDraft.statementText("shown"))
                        : Optional.empty(),
                random.nextInt(3) == 0);
    }

    private static Map<String, Object> values(GeneratedSource source, Random random) {
        Map<String, Object> values = new LinkedHashMap<>();
        source.properties().forEach((name, kind) -> {
            if (random.nextInt(5) > 0) {
                values.put(name, kind.value(random));
            }
        });
        if (random.nextInt(15) == 0) {
            values.put("extraSetting", PropertyKind.any(random, List.of("1", "01")));
        }
        return values;
    }

    /** Returns the previous values. A third each is equal to the draft, different, or absent. */
    private static Map<String, Object> before(GeneratedSource source, Map<String, Object> values, Random random) {
        Map<String, Object> before = new LinkedHashMap<>();
        source.properties().forEach((name, kind) -> {
            int choice = random.nextInt(3);
            if (choice == 0 && values.containsKey(name)) {
                before.put(name, values.get(name));
            } else if (choice < 2) {
                before.put(name, kind.value(random));
            }
        });
        return before;
    }

    private static void chooseCredentials(
            ConnectionDraft.Builder draft,
            Optional<Map<String, Object>> before,
            CaseTenant tenant,
            GeneratedSource source,
            Random random) {
        if (random.nextInt(3) > 0) {
            return;
        }
        String own = "credentials of " + source.id();
        String other = "other " + own;
        switch (random.nextInt(4)) {
            case 0 -> draft.separateCredentials(own);
            case 1 -> draft.useCredentials(tenant.addCredential(source, own));
            case 2 -> {
                tenant.addCredential(source, own);
                draft.useCredentialsNamed(own);
            }
            default -> draft.set("separateCredentials", random.nextBoolean());
        }
        before.filter(properties -> random.nextBoolean()).ifPresent(properties -> {
            properties.put("separateCredentials", true);
            properties.put("selectedCredentials", tenant.addCredential(source, other));
        });
    }

    private static EnsureOptions options(GeneratedSource source, Random random) {
        EnsureOptions.Builder options = EnsureOptions.builder();
        options.secrets(
                switch (random.nextInt(6)) {
                    case 0 -> SecretUpdate.ALWAYS;
                    case 1 -> SecretUpdate.NEVER;
                    default -> SecretUpdate.WHEN_NEEDED;
                });
        options.tags(random.nextInt(4) == 0 ? TagPolicy.EXACT : TagPolicy.ADD);
        if (random.nextInt(6) == 0) {
            options.notReadable(
                    PropertyKind.any(random, List.copyOf(source.properties().keySet())));
        }
        return options.build();
    }

    private static Map<String, StoredForm> forms(GeneratedSource source, Random random) {
        Map<String, StoredForm> forms = new TreeMap<>();
        source.properties().keySet().forEach(name -> {
            if (random.nextInt(4) == 0) {
                forms.put(name, PropertyKind.any(random, List.of(StoredForm.values())));
            }
        });
        return forms;
    }

    /** Describes the case for a failure message. The values are generated, so secrets may be printed. */
    String describe() {
        return "source " + source + "\nrule " + source.rule() + "\ndraft " + draft.properties() + " "
                + draft.connectStatement() + " tags " + draft.tags() + " version " + draft.secretsVersion()
                + "\noptions " + options + "\nbefore " + before + " " + statementBefore + " tags " + tagsBefore
                + "\nforms " + forms + (formsBefore ? " also before" : "") + (hidesTags ? ", no tags" : "")
                + (hidesProperties ? ", no properties" : "") + (readOnly ? ", read only" : "")
                + (byPlan ? ", by plan" : "") + ", statement shown " + statementShown;
    }
}
