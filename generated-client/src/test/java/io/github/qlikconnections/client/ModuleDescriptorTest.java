package io.github.qlikconnections.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests run on the class path, so a package that is missing in {@code module-info.java} would fail for users only. */
class ModuleDescriptorTest {

    private final ModuleDescriptor module = module();

    @Test
    void everyPackageIsExportedToTheLibrary() {
        assertThat(module.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(module.packages());
        assertThat(module.exports())
                .extracting(ModuleDescriptor.Exports::targets)
                .containsOnly(Set.of("io.github.qlikconnections"));
    }

    @Test
    void everyPackageOfModelsIsOpenedToJackson() {
        Set<String> opened = module.opens().stream()
                .filter(opens -> opens.targets().equals(Set.of("com.fasterxml.jackson.databind")))
                .map(ModuleDescriptor.Opens::source)
                .collect(Collectors.toSet());

        assertThat(opened)
                .containsAll(module.packages().stream()
                        .filter(name -> name.endsWith(".model"))
                        .toList());
    }

    private static ModuleDescriptor module() {
        try {
            Path classes = Path.of(ApiClient.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return ModuleFinder.of(classes).findAll().iterator().next().descriptor();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
