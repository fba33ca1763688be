package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTest {

    @Test
    void keepsValuesInTheOrderOfTheirQuestionMarks() {
        Sql inner = Sql.of("b = ? and c = ?", "B", "C");

        Sql whole = Sql.of("select 1 from t where a = ? and (?) and d = ?", "A", inner, "D");

        assertThat(whole.text()).isEqualTo("select 1 from t where a = ? and (b = ? and c = ?) and d = ?");
        assertThat(whole.values()).containsExactly("A", "B", "C", "D");
    }

    @Test
    void insertsValuesNowhereInTheText() {
        Sql sql = Sql.of("a = ?", "'; drop table scim_user; -- ? :name");

        assertThat(sql.text()).isEqualTo("a = ?");
        assertThat(Sql.of("(?)", sql).text()).isEqualTo("(a = ?)");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "100, 128", "256, 256", "257, 512", "512, 512"})
    void fillsAListUp_toAPowerOfTwo(int count, int marks) {
        List<String> ids = ids(count);

        Sql sql = Sql.of("id in (?) and a = ?", ids, "A");

        assertThat(sql.text().chars().filter(c -> c == '?')).hasSize(marks + 1);
        assertThat(sql.values()).hasSize(marks + 1).startsWith(ids.toArray()).endsWith("A");
        assertThat(sql.values().subList(count, marks)).allMatch(ids.get(count - 1)::equals);
    }

    @Test
    void cutsManyValues() {
        List<List<String>> chunks = Sql.chunks(ids(1030));

        assertThat(chunks).extracting(List::size).containsExactly(512, 512, 6);
        assertThat(chunks.stream().flatMap(List::stream)).containsExactlyElementsOf(ids(1030));
        assertThat(Sql.chunks(List.of())).isEmpty();
    }

    @Test
    void repeatsANamedValue_whereverItIsNamed() {
        Sql sql = Sql.named(
                "a = :group and b in (:members) and c = :group", Map.of("group", "G", "members", List.of("1", "2")));

        assertThat(sql.text()).isEqualTo("a = ? and b in (?, ?) and c = ?");
        assertThat(sql.values()).containsExactly("G", "1", "2", "G");
    }

    @Test
    void combinesConditions() {
        Sql one = Sql.of("a = ?", 1L);
        Sql two = Sql.of("b = ?", 2L);

        assertThat(one.and(two)).isEqualTo(new Sql("(a = ? and b = ?)", List.of(1L, 2L)));
        assertThat(two.or(one)).isEqualTo(new Sql("(b = ? or a = ?)", List.of(2L, 1L)));
        assertThat(one.or(two).negated()).isEqualTo(new Sql("not ((a = ? or b = ?))", List.of(1L, 2L)));
        assertThat(Sql.joined("union all", List.of(one, two, one)))
                .isEqualTo(new Sql("a = ? union all b = ? union all a = ?", List.of(1L, 2L, 1L)));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.of("a = ?"));
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.of("a = 1", "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.of("a in (?)", List.of()));
        assertThatNullPointerException().isThrownBy(() -> Sql.named("a = :name", Map.of()));
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "id" + i).toList();
    }
}
