package org.asyncjava.blockhound;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** For tests on the module path. */
class ModuleTest {
    @Test
    void theModuleOffersAServiceAndNothingElse() throws Exception {
        Path classes = Path.of(AsyncJavaIntegration.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        ModuleDescriptor module = ModuleFinder.of(classes).find("org.asyncjava.blockhound").orElseThrow().descriptor();
        assertThat(module.exports()).isEmpty();
        assertThat(module.provides()).extracting(ModuleDescriptor.Provides::service).containsExactly("reactor.blockhound.integration.BlockHoundIntegration");
    }
}
