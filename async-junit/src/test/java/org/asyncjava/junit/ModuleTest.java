package org.asyncjava.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** For tests on the module path. */
class ModuleTest {
    @Test
    void theModuleOffersItsPackageAndLetsJupiterMakeItsExtensions() throws Exception {
        Path classes = Path.of(AsyncExtension.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        ModuleDescriptor module = ModuleFinder.of(classes).find("org.asyncjava.junit").orElseThrow().descriptor();
        assertThat(module.exports()).extracting(ModuleDescriptor.Exports::source).containsExactly("org.asyncjava.junit");
        assertThat(module.opens()).flatExtracting(ModuleDescriptor.Opens::targets).containsExactly("org.junit.platform.commons");
        assertThat(module.provides()).extracting(ModuleDescriptor.Provides::service).containsExactly("org.junit.platform.launcher.LauncherSessionListener");
    }
}
