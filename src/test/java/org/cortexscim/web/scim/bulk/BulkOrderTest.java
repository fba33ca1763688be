package org.cortexscim.web.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cortexscim.scim.ScimObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each operation is written as its bulkId and the bulkIds that it refers to: {@code a(b,c)}. */
class BulkOrderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b c | a b c",
                "a(b) b c | b a c",
                "a(c) b(a) c | c a b",
                "a(c) b c(d) d | b d c a",
                "a(z) b | a b",
                "a(b) b(a) c | c [a b]",
                "a(a) b | b [a]",
                "a(b) b(c) c(a) d(a) e(f) f(e) | [a b c] d [e f]",
                "a(b) b(a,c) c d(a) | c [a b] d",
                "a(b) b(c) c(b) | [b c] a",
            })
    void createsWhatOthersReferToFirst(String operations, String order) {
        assertThat(order(operations)).isEqualTo(order);
    }

    @Test
    void ordersALargeCircle() {
        int groups = 600;
        int references = 50;
        String circle = IntStream.range(0, groups)
                .mapToObj(i -> "g%d(%s)"
                        .formatted(
                                i,
                                IntStream.rangeClosed(1, references)
                                        .mapToObj(next -> "g" + (i + next) % groups)
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(" "));

        List<BulkOrder.Step> steps = BulkOrder.of(parse(circle));

        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.cyclic()).isTrue();
            assertThat(step.operations()).hasSize(groups);
        });
    }

    private static String order(String operations) {
        return BulkOrder.of(parse(operations)).stream()
                .map(step -> {
                    String ids = step.operations().stream()
                            .map(operation -> operation.bulkId().orElseThrow())
                            .collect(Collectors.joining(" "));
                    return step.cyclic() ? "[" + ids + "]" : ids;
                })
                .collect(Collectors.joining(" "));
    }

    private static List<BulkOperation> parse(String operations) {
        String[] words = operations.split(" ");
        return IntStream.range(0, words.length)
                .mapToObj(number -> operation(number, words[number].split("[(,)]")))
                .toList();
    }

    private static BulkOperation operation(int number, String... names) {
        List<Object> members = IntStream.range(1, names.length)
                .<Object>mapToObj(i -> ScimObject.of("value", "bulkId:" + names[i]))
                .toList();
        return new BulkOperation(
                number,
                BulkOperation.Method.POST,
                "/Groups",
                Optional.of(names[0]),
                Optional.of(ScimObject.of("members", members)),
                Optional.empty());
    }
}
