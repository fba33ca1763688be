package org.cortexscim;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the in-container tests deploy: the product's own WAR, whole, with the test's package added. */
public final class Deployments {

    private Deployments() {}

    public static WebArchive productWith(Class<?> test) {
        return ShrinkWrap.create(ZipImporter.class, "cortex-scim-under-test.war")
                .importFrom(new File(System.getProperty("cortexscim.war")))
                .as(WebArchive.class)
                .addPackage(test.getPackage())
                .addAsLibrary(jarOf(Assertions.class));
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
