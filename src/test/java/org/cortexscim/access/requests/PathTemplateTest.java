package org.cortexscim.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {
    @ParameterizedTest
    @CsvSource({
        "/scim/v2/Users, /scim/v2/Users",
        "/scim/v2/Users/019a1b2c, /scim/v2/Users/{id}",
        "//scim//v2/Users/, /scim/v2/Users",
        "/scim/v2/Users/.search, /scim/v2/Users/.search",
        "/scim/v2/ada@example.com/cxs_secret, /scim/v2/{id}/{id}",
        "/api/v1/auth/key/ak0123456789abcdef/rotation/complete, /api/v1/auth/key/{id}/rotation/complete",
        "/api/v1/scim/settings;jsessionid=abc, /api/v1/scim/{id}",
        "/a/b/c/d/e/f/g/h/i/j, /{id}/{id}/{id}/{id}/{id}/{id}/{id}/{id}/...",
        "/, /",
    })
    void keepsNothingThatAClientMadeUp(String path, String template) {
        assertThat(PathTemplate.of(path)).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /scim/v2/Users, USER_CREATE",
        "GET, /scim/v2/Users, USER_SEARCH",
        "POST, /scim/v2/Users/.search, USER_SEARCH",
        "GET, /scim/v2/Users/{id}, USER_READ",
        "PUT, /scim/v2/Users/{id}, USER_REPLACE",
        "PATCH, /scim/v2/Groups/{id}, GROUP_PATCH",
        "DELETE, /scim/v2/Groups/{id}, GROUP_DELETE",
        "GET, /scim/v2/Roles/{id}, ROLE_READ",
        "POST, /scim/v2/.search, SEARCH",
        "POST, /scim/v2/Bulk, BULK",
        "GET, /scim/v2/Me, ME_READ",
        "GET, /scim/v2/Schemas/{id}, DISCOVER",
        "GET, /scim/v2/{id}, ",
        "GET, /scim/v2, ",
        "GET, /api/v1/scim/settings, ",
    })
    void namesWhatTheRequestDoes(String method, String template, String action) {
        assertThat(PathTemplate.action(method, template)).isEqualTo(Optional.ofNullable(action));
    }

    @Test
    void knowsEveryWordInThePathsOfTheService() {
        Set<String> words = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.cortexscim.web")
                        .stream()
                        .flatMap(PathTemplateTest::paths)
                        .flatMap(path ->
                                Arrays.stream(path.replaceAll("\\{[^/]*}", "").split("/")))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet());

        assertThat(words).hasSizeGreaterThan(15).isSubsetOf(PathTemplate.WORDS);
    }

    private static Stream<String> paths(JavaClass type) {
        Stream<String> ofType = Stream.of(
                        type.tryGetAnnotationOfType(Path.class).map(Path::value),
                        type.tryGetAnnotationOfType(ApplicationPath.class).map(ApplicationPath::value))
                .flatMap(Optional::stream);
        Stream<String> ofMethods =
                type.getMethods().stream().map(PathTemplateTest::path).flatMap(Optional::stream);
        return Stream.concat(ofType, ofMethods);
    }

    private static Optional<String> path(JavaMethod method) {
        return method.tryGetAnnotationOfType(Path.class).map(Path::value);
    }
}
