package org.cortexscim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each table belongs to one room: SQL couples rooms without an import, so that {@link ArchitectureTest} cannot see it.
 * Another room names a table only in a class that its row lists.
 */
class TableOwnershipTest {
    private static final Path SOURCES = Path.of("src/main/java/org/cortexscim");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern CREATED = Pattern.compile("create (?:table|view) (\\w+)");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"", Pattern.DOTALL);

    private record Owner(String room, Set<String> readers) {}

    private static final Map<String, Owner> TABLES = Map.ofEntries(
            table("server_secret", "storage"),
            table("setting", "settings"),
            table("extension_schema", "schemas"),
            table("search_bookmark", "search"),
            table("built_in_role", "roles"),
            table("custom_role", "roles"),
            table("custom_role_permission", "roles"),
            table("workspace_role", "roles"),
            table("default_role", "roles"),
            table("role_grant", "roles"),
            table("user_role", "roles"),
            table("last_admin_lock", "roles"),
            table("scim_user", "directory", "HolderQuery"),
            table("scim_user_value", "directory", "HolderQuery", "RoleQuery"),
            table("scim_group", "directory", "HolderQuery"),
            table("group_member", "directory", "HolderQuery"),
            table("group_nesting", "directory"),
            table("group_nesting_lock", "directory"),
            table("group_closure", "directory", "HolderQuery"),
            table("api_key", "access"),
            table("api_key_role", "access", "RoleUses"),
            table("api_key_secret", "access"),
            table("admin_key_lock", "access"),
            table("ip_allowlist", "access"),
            table("request_log", "access"),
            table("audit_log", "audit"));

    @Test
    void everyTableHasAnOwner() throws IOException {
        Set<String> created = new TreeSet<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".sql")).toList()) {
                created.addAll(CREATED.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .toList());
            }
        }

        assertThat(TABLES.keySet()).containsExactlyInAnyOrderElementsOf(created);
    }

    @Test
    void statementsNameTablesOfTheirRoomOnly() throws IOException {
        Set<String> strangers = new TreeSet<>();
        Set<String> readers = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String room = SOURCES.relativize(file).getName(0).toString();
                String type = file.getFileName().toString().replace(".java", "");
                strangers.addAll(strangers(room, type, Files.readString(file)));
                tables(Files.readString(file)).forEach(table -> readers.add(type + " " + table));
            }
        }

        assertThat(strangers).isEmpty();
        assertThat(readers).containsAll(listedReaders());
    }

    @Test
    void findsTheTableOfAnotherRoom() {
        String source = "String sql = \"select 1 from scim_user u\"; // and audit_log is only a comment";

        assertThat(strangers("access", "KeyStore", source)).containsExactly("KeyStore of access names scim_user");
        assertThat(strangers("access", "KeyStore", "\"\"\"\n select 1\n from scim_group\n\"\"\""))
                .containsExactly("KeyStore of access names scim_group");
        assertThat(strangers("roles", "HolderQuery", source)).isEmpty();
        assertThat(strangers("directory", "UserStore", source)).isEmpty();
    }

    /** A reader that reads no more leaves the list. */
    private static List<String> listedReaders() {
        return TABLES.entrySet().stream()
                .flatMap(table -> table.getValue().readers().stream().map(reader -> reader + " " + table.getKey()))
                .toList();
    }

    private static List<String> strangers(String room, String type, String source) {
        return tables(source).stream()
                .filter(table -> !TABLES.get(table).room().equals(room))
                .filter(table -> !TABLES.get(table).readers().contains(type))
                .map(table -> "%s of %s names %s".formatted(type, room, table))
                .toList();
    }

    /** The tables in the literals of a source that are SQL, or the name in an entity's annotation. */
    private static Set<String> tables(String source) {
        String sql = LITERAL.matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(literal -> literal.contains(" ") || literal.contains("_"))
                .collect(Collectors.joining(" "));
        return Arrays.stream(sql.split("\\W+"))
                .filter(TABLES::containsKey)
                .filter(word -> word.contains("_") || sql.matches("(?s).*\\b(from|into|update|join) " + word + "\\b.*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map.Entry<String, Owner> table(String name, String room, String... readers) {
        return Map.entry(name, new Owner(room, Set.of(readers)));
    }
}
