package org.cortexscim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Comparator.comparing;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of the house, for the classes below one root package. */
final class ArchitectureRules {

    private static final List<String> FORBIDDEN_ENDINGS =
            List.of("Impl", "Manager", "Helper", "Util", "Utils", "Dto", "Data", "Info", "Common", "Misc");

    private final String root;
    private final Map<String, Set<String>> mayUse;
    private final Set<String> secretMakers;

    /**
     * @param mayUse for each room (a package directly below the root) the rooms it may use
     * @param secretMakers the classes, as {@code room.SimpleName}, that may hash or draw random numbers
     */
    ArchitectureRules(String root, Map<String, Set<String>> mayUse, Set<String> secretMakers) {
        this.root = root;
        this.mayUse = mayUse;
        this.secretMakers = secretMakers;
    }

    ArchRule roomsUseOnlyTheirRow() {
        return rule("use only the rooms of its row", type -> {
            if (!mayUse.containsKey(room(type))) {
                return Stream.of(type.getName() + " lives in a package without a row in the table");
            }
            return dependencies(type)
                    .filter(target -> target.getPackageName().startsWith(root + "."))
                    .filter(target -> !room(target).equals(room(type)))
                    .filter(target -> !mayUse.get(room(type)).contains(room(target)))
                    .map(target -> type.getName() + " uses " + target.getName());
        });
    }

    /** What the table allows and no class does, and rows without a class: the table says how things are. */
    List<String> unusedAllowances(JavaClasses types) {
        Map<String, Set<String>> used = new TreeMap<>();
        types.stream()
                .filter(type -> mayUse.containsKey(room(type)))
                .forEach(type -> used.computeIfAbsent(room(type), room -> new TreeSet<>())
                        .addAll(dependencies(type).map(this::room).toList()));
        Stream<String> empty =
                mayUse.keySet().stream().filter(room -> !used.containsKey(room)).map(room -> "no class is in " + room);
        Stream<String> unused = used.keySet().stream()
                .flatMap(room -> mayUse.get(room).stream()
                        .filter(other -> !used.get(room).contains(other))
                        .map(other -> room + " may use " + other));
        return Stream.concat(empty, unused).sorted().toList();
    }

    ArchRule roomsFormNoCircle() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    ArchRule scimIsPlainJava() {
        return rule(
                "use the JDK and JSpecify only, in scim",
                type -> dependencies(type)
                        .filter(target -> room(type).equals("scim"))
                        .filter(target ->
                                Stream.of("java.", "org.jspecify.", root + ".").noneMatch(target.getName()::startsWith))
                        .filter(target -> !target.isPrimitive())
                        .map(target -> type.getName() + " uses " + target.getName()));
    }

    /** JMX reads what a management bean offers from an interface with such a name. */
    ArchRule interfacesHaveSeveralImplementations() {
        return ruleFor(
                "have no implementation or several, as an interface",
                type -> type.isInterface()
                        && !type.isAnnotation()
                        && !type.getSimpleName().endsWith("MXBean")
                        && implementations(type) == 1);
    }

    ArchRule namesSaySomething() {
        return ruleFor(
                "have a name that says something",
                type -> type.getSimpleName().startsWith("Abstract")
                        || FORBIDDEN_ENDINGS.stream().anyMatch(type.getSimpleName()::endsWith));
    }

    ArchRule entitiesStayInTheirPackage() {
        return ruleFor(
                "be package-private, as an entity",
                type -> type.isAnnotatedWith(Entity.class)
                        && !type.getModifiers().stream().allMatch(modifier -> switch (modifier) {
                            case PUBLIC, PROTECTED, PRIVATE -> false;
                            default -> true;
                        }));
    }

    ArchRule transactionsBeginInServices() {
        return ruleFor(
                "leave transactions to the services",
                type -> room(type).startsWith("web.")
                        && Stream.concat(Stream.of(type), type.getMethods().stream())
                                .anyMatch(place -> place.isAnnotatedWith(Transactional.class)
                                        || place.isAnnotatedWith("org.cortexscim.storage.InTransaction")));
    }

    ArchRule httpStaysAtTheEdge() {
        return ruleFor(
                "use jakarta.ws.rs only in web and access",
                type -> !room(type).startsWith("web.")
                        && !room(type).equals("access")
                        && dependencies(type)
                                .anyMatch(target -> target.getPackageName().startsWith("jakarta.ws.rs")));
    }

    ArchRule onlyStoresAndQueriesTouchTheEntityManager() {
        return ruleFor(
                "use the EntityManager only in a Store, a Query or Queries, and in storage",
                type -> uses(type, EntityManager.class)
                        && !room(type).equals("storage")
                        && Stream.of("Store", "Query", "Queries").noneMatch(outermost(type)::endsWith));
    }

    ArchRule auditEntriesAreOnlyAdded() {
        return rule(
                "write the fields of audit entries only where they are made",
                type -> type.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET)
                        .filter(access -> room(access.getTargetOwner()).equals("audit")
                                && access.getTargetOwner().isAnnotatedWith(Entity.class))
                        .filter(access -> !access.getOrigin().isConstructor())
                        .map(JavaFieldAccess::getDescription));
    }

    ArchRule secretsAreMadeInFewPlaces() {
        return ruleFor(
                "leave MessageDigest and SecureRandom to the classes on the list",
                type -> (uses(type, MessageDigest.class) || uses(type, SecureRandom.class))
                        && !secretMakers.contains(room(type) + "." + outermost(type)));
    }

    ArchRule observedEventsAreRecords() {
        return rule(
                "observe records only",
                type -> type.getMethods().stream()
                        .flatMap(method -> method.getParameters().stream())
                        .filter(ArchitectureRules::isObserved)
                        .filter(event -> !event.getRawType().isRecord())
                        .map(event -> event.getOwner().getFullName() + " observes "
                                + event.getRawType().getName()));
    }

    ArchRule everyEndpointStatesItsPermission() {
        String requires = root + ".access.Requires";
        String forEveryone = root + ".access.ForEveryone";
        return rule(
                "state a permission with @Requires, or that they are @ForEveryone",
                type -> type.getMethods().stream()
                        .filter(method -> room(type).startsWith("web."))
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .filter(method -> !method.isAnnotatedWith(requires) && !type.isAnnotatedWith(requires))
                        .filter(method -> !type.isAnnotatedWith(forEveryone))
                        .map(JavaMethod::getFullName));
    }

    private String room(JavaClass type) {
        String name = type.getPackageName();
        String inside = name.startsWith(root + ".") ? name.substring(root.length() + 1) : "";
        return mayUse.keySet().stream()
                .filter(room -> inside.equals(room) || inside.startsWith(room + "."))
                .max(comparing(String::length))
                .orElseGet(() -> inside.split("\\.", 2)[0]);
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRules::outermost).orElseGet(type::getSimpleName);
    }

    private static long implementations(JavaClass type) {
        return type.getAllSubclasses().stream()
                .filter(sub -> !sub.isInterface())
                .count();
    }

    private static boolean isObserved(JavaParameter parameter) {
        return (parameter.isAnnotatedWith(Observes.class) || parameter.isAnnotatedWith(ObservesAsync.class))
                && Stream.of(Startup.class, Shutdown.class)
                        .noneMatch(event -> parameter.getRawType().isEquivalentTo(event))
                && !parameter.getRawType().getPackageName().equals("jakarta.enterprise.inject.spi")
                && Stream.of(Initialized.class, BeforeDestroyed.class, Destroyed.class)
                        .noneMatch(parameter::isAnnotatedWith);
    }

    private static Stream<JavaClass> dependencies(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .distinct();
    }

    private static boolean uses(JavaClass type, Class<?> target) {
        return dependencies(type).anyMatch(used -> used.isEquivalentTo(target));
    }

    private static ArchRule ruleFor(String text, Predicate<JavaClass> offends) {
        return rule(text, type -> Stream.of(type).filter(offends).map(JavaClass::getName));
    }

    private static ArchRule rule(String text, Function<JavaClass, Stream<String>> complaints) {
        return classes()
                .should(new ArchCondition<>(text) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        complaints
                                .apply(type)
                                .forEach(complaint -> events.add(SimpleConditionEvent.violated(type, complaint)));
                    }
                })
                .allowEmptyShould(true);
    }
}
