package org.cortexscim.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the product to its rules, and each rule to a class that breaks it (in {@code fixtures}). */
class ArchitectureTest {

    /** The rooms, lowest first, and what each may use. A new package needs a row. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            row("scim"),
            row("scim.dialect", "scim"),
            row("capacity", "scim"),
            row("storage", "capacity"),
            row("json", "scim"),
            row("settings", "scim", "storage"),
            row("schemas", "scim", "json", "storage"),
            row("search", "scim", "capacity", "json", "storage", "settings"),
            row("policy", "scim", "settings"),
            row("roles", "scim", "storage", "settings", "search"),
            row(
                    "directory",
                    "scim",
                    "capacity",
                    "scim.dialect",
                    "json",
                    "storage",
                    "settings",
                    "schemas",
                    "search",
                    "policy",
                    "roles"),
            row("access", "scim", "capacity", "json", "storage", "settings", "roles", "directory"),
            row("audit", "scim", "capacity", "json", "storage", "settings", "schemas", "roles", "directory", "access"),
            row("overview", "scim", "storage", "settings", "directory", "access", "audit"),
            row("setup", "scim", "json", "storage", "settings", "roles", "access", "overview"),
            row("observability", "scim", "capacity", "storage", "settings", "directory", "access"),
            row("startup", "capacity", "storage", "settings"),
            row("web.http", "scim", "capacity", "json", "storage", "access"),
            row(
                    "web.scim",
                    "scim",
                    "capacity",
                    "scim.dialect",
                    "json",
                    "storage",
                    "settings",
                    "search",
                    "roles",
                    "directory",
                    "access",
                    "web.http"),
            row(
                    "web.admin",
                    "scim",
                    "capacity",
                    "json",
                    "storage",
                    "settings",
                    "schemas",
                    "policy",
                    "roles",
                    "directory",
                    "access",
                    "audit",
                    "overview",
                    "setup",
                    "web.http"),
            row(
                    "web.console",
                    "scim",
                    "json",
                    "settings",
                    "search",
                    "roles",
                    "directory",
                    "access",
                    "audit",
                    "overview",
                    "setup",
                    "web.http"));

    /** The only classes that hash or draw random numbers. */
    private static final Set<String> SECRET_MAKERS =
            Set.of("access.ApiKeySecret", "search.BoundedKey", "search.Place", "storage.Seal", "storage.SealKey");

    private static final ArchitectureRules RULES = new ArchitectureRules("org.cortexscim", MAY_USE, SECRET_MAKERS);
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.cortexscim");

    private static final String FIXTURES = ArchitectureTest.class.getPackageName() + ".fixtures";
    private static final ArchitectureRules FIXTURE_RULES = new ArchitectureRules(FIXTURES, MAY_USE, Set.of());
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURES);

    /** Each rule, with the fixtures that break it. */
    static Stream<Arguments> rules() {
        return Stream.of(
                broken(ArchitectureRules::roomsUseOnlyTheirRow, "scim.ReachesUp", "elsewhere.WithoutRow"),
                broken(ArchitectureRules::roomsFormNoCircle, "scim.ReachesUp"),
                broken(ArchitectureRules::scimIsPlainJava, "scim.NotPlain"),
                broken(ArchitectureRules::interfacesHaveSeveralImplementations, "roles.ImplementedOnce"),
                broken(ArchitectureRules::namesSaySomething, "roles.AbstractRole", "roles.RoleManager"),
                broken(ArchitectureRules::entitiesStayInTheirPackage, "directory.PublicEntity"),
                broken(ArchitectureRules::transactionsBeginInServices, "web.scim.Endpoint"),
                broken(ArchitectureRules::httpStaysAtTheEdge, "directory.SpeaksHttp"),
                broken(ArchitectureRules::onlyStoresAndQueriesTouchTheEntityManager, "directory.Searches"),
                broken(ArchitectureRules::auditEntriesAreOnlyAdded, "audit.ChangeableEntry"),
                broken(ArchitectureRules::secretsAreMadeInFewPlaces, "settings.MakesSecrets"),
                broken(ArchitectureRules::observedEventsAreRecords, "settings.ObservesText"),
                broken(ArchitectureRules::everyEndpointStatesItsPermission, "web.scim.Endpoint"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void productKeepsTheRule(Function<ArchitectureRules, ArchRule> rule) {
        rule.apply(RULES).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleFindsItsOffenders(Function<ArchitectureRules, ArchRule> rule, List<String> offenders) {
        var details =
                rule.apply(FIXTURE_RULES).evaluate(BROKEN).getFailureReport().getDetails();

        assertThat(details).isNotEmpty().allMatch(detail -> offenders.stream().anyMatch(detail::contains));
        assertThat(offenders).allMatch(offender -> String.join("\n", details).contains(offender));
    }

    @Test
    void everyAllowanceIsUsed() {
        assertThat(RULES.unusedAllowances(PRODUCT)).isEmpty();
        assertThat(FIXTURE_RULES.unusedAllowances(BROKEN)).contains("settings may use storage", "no class is in json");
    }

    private static Arguments broken(Function<ArchitectureRules, ArchRule> rule, String... offenders) {
        return arguments(rule, List.of(offenders));
    }

    private static Map.Entry<String, Set<String>> row(String room, String... mayUse) {
        return Map.entry(room, Set.of(mayUse));
    }
}
