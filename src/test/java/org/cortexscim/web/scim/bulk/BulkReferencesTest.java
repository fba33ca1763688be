package org.cortexscim.web.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.cortexscim.json.JsonText;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkReferencesTest {
    private final BulkReferences references = new BulkReferences();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/Users | {\"members\":[{\"value\":\"bulkId:a\"},{\"value\":\"bulkId:b\"},{\"value\":\"c\"}]} | a,b",
                "/Users/bulkId:a | {} | a",
                "/Groups/bulkId:a | {\"Operations\":[{\"value\":{\"members\":[{\"value\":\"bulkId:b\"}]}}]} | a,b",
                "/Users | {\"title\":\"about bulkId:a\"} | ''",
                "/Users | {\"bulkId:a\":\"x\"} | ''",
            })
    void areFoundWhereverAValueIs(String path, String data, String found) {
        BulkOperation operation = BulkOperation.parse(
                0,
                JsonText.parseObject("{\"method\":\"PATCH\",\"path\":\"%s\",\"data\":%s}".formatted(path, data)),
                Conformance.TOLERANT);

        assertThat(String.join(",", BulkReferences.in(operation))).isEqualTo(found);
    }

    @Test
    void becomeIds() {
        references.know("a", "id-1");
        ScimObject sent = JsonText.parseObject(
                "{\"members\":[{\"value\":\"bulkId:a\"},{\"value\":\"x\"}],\"active\":true,\"title\":null}");

        assertThat(references.resolve(sent))
                .isEqualTo(JsonText.parseObject(
                        "{\"members\":[{\"value\":\"id-1\"},{\"value\":\"x\"}],\"active\":true,\"title\":null}"));
        assertThat(references.resolve("bulkId:a")).isEqualTo("id-1");
        assertThat(references.resolve("a")).isEqualTo("a");
    }

    @Test
    void areRefused_whenNothingHasTheirName() {
        references.know("a", "id-1");
        references.forget("a");

        assertThat(references.knows("a")).isFalse();
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> references.resolve("bulkId:a"))
                .withMessageContaining("'a'")
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(409));
    }
}
