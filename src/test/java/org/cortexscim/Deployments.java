package org.cortexscim;

import java.io.File;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What the in-container tests deploy: the product's own WAR, whole, with the test's package added. The package's black-box
 * tests stay outside of the server, which has not got their driver.
 */
public final class Deployments {

    private static final Pattern BLACK_BOX = Pattern.compile(".*(?<!Container)IT(\\$.*)?\\.class");

    private Deployments() {}

    public static WebArchive productWith(Class<?> test) {
        return ShrinkWrap.create(ZipImporter.class, "cortex-scim-under-test.war")
                .importFrom(new File(System.getProperty("cortexscim.war")))
                .as(WebArchive.class)
                .addPackages(false, path -> !BLACK_BOX.matcher(path.get()).matches(), test.getPackage())
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
