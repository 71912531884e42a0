package io.github.qlikconnections.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionDraftTest {

    @TempDir
    Path folder;

    private static ConnectionDraft.Builder rest() {
        return ConnectionDraft.builder("rest", "Orders");
    }

    @Test
    void propertiesKeepTheirOrder() {
        ConnectionDraft draft = rest().inSpaceNamed("Finance")
                .tags("a", "b")
                .tags("c")
                .set("url", "https://example.test")
                .set("timeout", 30)
                .set("factor", 1.5)
                .set("limit", new BigDecimal("7.25"))
                .set("enabled", true)
                .secret("password", Secret.of("hush"))
                .set("list", List.of(1, "x"))
                .set("object", Map.of("k", 2))
                .build();

        assertThat(draft.dataSourceId()).isEqualTo("rest");
        assertThat(draft.name()).isEqualTo("Orders");
        assertThat(draft.space()).isEqualTo(SpaceRef.ofName("Finance"));
        assertThat(draft.tags()).containsExactly("a", "b", "c");
        assertThat(draft.connectStatement()).isEmpty();
        assertThat(draft.isAuthUrlOnly()).isFalse();
        assertThat(draft.unknownMembers()).isEmpty();
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("url", "https://example.test");
        expected.put("timeout", 30L);
        expected.put("factor", new BigDecimal("1.5"));
        expected.put("limit", new BigDecimal("7.25"));
        expected.put("enabled", true);
        expected.put("password", Secret.of("hush"));
        expected.put("list", List.of(1L, "x"));
        expected.put("object", Map.of("k", 2L));
        assertThat(draft.properties()).containsExactlyEntriesOf(expected);
    }

    @Test
    void personalSpaceIsTheDefault() {
        assertThat(rest().build().space()).isEqualTo(SpaceRef.personal());
        assertThat(rest().inSpace("s1").build().space()).isEqualTo(SpaceRef.ofId("s1"));
        assertThat(rest().inSpace("s1").personal().build().space().isPersonal()).isTrue();
    }

    @Test
    void valuesAreCopiedAndUnmodifiable() {
        List<Object> inner = new ArrayList<>(List.of("a"));
        Map<String, Object> outer = new LinkedHashMap<>();
        outer.put("inner", inner);
        ConnectionDraft.Builder builder = rest().set("outer", outer);
        ConnectionDraft draft = builder.build();
        inner.add("b");
        outer.put("other", 1);
        builder.set("later", "x").tags("later");

        assertThat(draft.properties()).isEqualTo(Map.of("outer", Map.of("inner", List.of("a"))));
        assertThat(draft.tags()).isEmpty();
        assertThatThrownBy(() -> draft.properties().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) draft.properties().get("outer")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> draft.tags().add("x")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void numbersAreConvertedToLongOrBigDecimal() {
        ConnectionDraft draft = rest().setAll(Map.of(
                        "short",
                        (short) 1,
                        "byte",
                        (byte) 2,
                        "int",
                        3,
                        "float",
                        1.25f,
                        "big",
                        new BigInteger("4"),
                        "bigger",
                        new BigInteger("92233720368547758070")))
                .build();

        assertThat(draft.properties())
                .containsEntry("short", 1L)
                .containsEntry("byte", 2L)
                .containsEntry("int", 3L)
                .containsEntry("float", new BigDecimal("1.25"))
                .containsEntry("big", 4L)
                .containsEntry("bigger", new BigDecimal("92233720368547758070"));
    }

    @Test
    void valueThatJsonCannotRepresentIsRejectedWithItsProperty() {
        assertThatThrownBy(() -> rest().set("x", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x");
        assertThatThrownBy(() -> rest().set("when", List.of(new StringBuilder("hush"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("when")
                .hasMessageContaining("StringBuilder")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> rest().setAll(Map.of("m", Map.of(1, "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("m is not a String");
        assertThatThrownBy(() -> rest().set("x", (String) null)).isInstanceOf(IllegalArgumentException.class);
        List<Object> nulls = new ArrayList<>();
        nulls.add(null);
        assertThatThrownBy(() -> rest().set("x", nulls)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cyclicValueIsRejected() {
        List<Object> ring = new ArrayList<>();
        ring.add(ring);

        assertThatThrownBy(() -> rest().set("ring", ring))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nested more than 64 levels deep. Give a flatter value");
    }

    @Test
    void dataSourceIsRequired() {
        assertThatThrownBy(() -> ConnectionDraft.builder(" ", "Orders")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fileIsConvertedToTheFormOfTheApi() throws Exception {
        byte[] content = "key material".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("service.json"), content);
        ConnectionDraft draft =
                rest().file("keys", "a.pem", content).file("keys", file).build();

        Secret base64 = Secret.of(Base64.getEncoder().encodeToString(content));
        assertThat(draft.properties().get("keys"))
                .isEqualTo(List.of(
                        Map.of("name", "a.pem", "value", base64), Map.of("name", "service.json", "value", base64)));
        assertThat(((Map<?, ?>) ((List<?>) draft.properties().get("keys")).get(0)).keySet())
                .map(String::valueOf)
                .containsExactly("name", "value");
    }

    @Test
    void unreadableFileIsNamed() {
        assertThatThrownBy(() -> rest().file("keys", folder.resolve("missing.pem")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing.pem")
                .hasMessageContaining("keys");
        assertThatThrownBy(() -> rest().set("keys", "x").file("keys", "a.pem", new byte[0]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keys");
    }

    @Test
    void newAndExistingCredentialsAreMutuallyExclusive() {
        ConnectionDraft named = rest().separateCredentials("mine").build();
        assertThat(named.properties()).isEqualTo(Map.of("separateCredentials", true, "credentialsName", "mine"));

        ConnectionDraft selected = named.toBuilder().useCredentials("c1").build();
        assertThat(selected.properties()).isEqualTo(Map.of("separateCredentials", true, "selectedCredentials", "c1"));
        assertThat(selected.toBuilder().separateCredentials("mine").build()).isEqualTo(named);
    }

    @Test
    void toBuilderLeavesTheDraftUnchanged() {
        ConnectionDraft draft =
                rest().inSpace("s1").tags("a").set("x", 1).authUrlOnly(true).build();
        ConnectionDraft changed = draft.toBuilder().unset("x").set("y", 2).build();

        assertThat(draft.toBuilder().build()).isEqualTo(draft).hasSameHashCodeAs(draft);
        assertThat(draft.properties()).containsOnlyKeys("x");
        assertThat(changed.properties()).containsOnlyKeys("y");
        assertThat(changed.isAuthUrlOnly()).isTrue();
        assertThat(changed).isNotEqualTo(draft);
    }

    @Test
    void draftsWithEqualMembersAreEqual() {
        ConnectionDraft draft = rest().set("x", 1).build();

        assertThat(draft)
                .isNotEqualTo(
                        ConnectionDraft.builder("rest2", "Orders").set("x", 1).build())
                .isNotEqualTo(
                        ConnectionDraft.builder("rest", "Other").set("x", 1).build())
                .isNotEqualTo(rest().set("x", 1).inSpace("s").build())
                .isNotEqualTo(rest().set("x", 1).tags("t").build())
                .isNotEqualTo(rest().set("x", 1).authUrlOnly(true).build())
                .isNotEqualTo("draft");
    }

    @Test
    void toStringContainsNoValue() {
        ConnectionDraft draft = rest().set("url", "https://u:hush@example.test")
                .secret("password", Secret.of("hush"))
                .build();

        assertThat(draft).hasToString("ConnectionDraft[rest \"Orders\" in personal space, properties [url, password]]");
    }
}
