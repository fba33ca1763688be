package org.cortexscim.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.dialect.Dialect;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.testing.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipChangeTest {

    static Stream<Arguments> operations() {
        return Stream.of(
                arguments(
                        "{'op':'add','path':'members','value':[{'value':'a'},{'value':'b'}]}", "ADD", Set.of("a", "b")),
                arguments("{'op':'Add','path':'Members','value':[{'$ref':null,'value':'a'}]}", "ADD", Set.of("a")),
                arguments("{'op':'add','path':'members','value':{'value':'a'}}", "ADD", Set.of("a")),
                arguments("{'op':'add','value':{'members':[{'value':'a'}]}}", "ADD", Set.of("a")),
                arguments("{'op':'remove','path':'members[value eq \\\"a\\\"]'}", "REMOVE", Set.of("a")),
                arguments(
                        "{'op':'remove','path':'members[value eq \\\"a\\\" or value eq \\\"b\\\"]'}",
                        "REMOVE",
                        Set.of("a", "b")),
                arguments("{'op':'Remove','path':'members','value':[{'value':'a'}]}", "REMOVE", Set.of("a")),
                arguments("{'op':'remove','path':'members','value':[]}", "REMOVE", Set.of()),
                arguments("{'op':'remove','path':'members'}", "REPLACE", Set.of()),
                arguments("{'op':'replace','path':'members','value':[]}", "REPLACE", Set.of()),
                arguments(
                        "{'op':'replace','path':'urn:ietf:params:scim:schemas:core:2.0:Group:members','value':[{'value':'a'}]}",
                        "REPLACE",
                        Set.of("a")),
                arguments(
                        "{'op':'add','value':{'urn:ietf:params:scim:schemas:core:2.0:Group:members':[{'value':'a'}]}}",
                        "ADD",
                        Set.of("a")),
                arguments(
                        "{'op':'add','value':{'urn:ietf:params:scim:schemas:core:2.0:Group':{'members':[{'value':'a'}]}}}",
                        "ADD",
                        Set.of("a")),
                arguments(
                        "{'op':'remove','path':'members','value':{'members':[{'value':'a'}]}}", "REMOVE", Set.of("a")),
                arguments(
                        "{'op':'replace','value':{'members':[{'value':'a'}],'displayName':'x'}}",
                        "REPLACE",
                        Set.of("a")));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void readsTheMembers_thatComeOrGo(String operation, String kind, Set<String> ids) {
        MembershipChange change = change(operation, Conformance.TOLERANT).orElseThrow();

        assertThat(change.kind()).hasToString(kind);
        assertThat(change.ids()).isEqualTo(ids);
    }

    @Test
    void readsWhatTheMembersAreTakenFor() {
        MembershipChange change = change(
                        "{'op':'add','path':'members','value':[{'value':'a','type':'Group'},"
                                + "{'value':'b','type':'user'},{'value':'c','type':'direct'},{'value':'d','type':null},"
                                + "{'value':'e'},{'value':'f','type':7},'g']}",
                        Conformance.TOLERANT)
                .orElseThrow();

        assertThat(change.types()).isEqualTo(Map.of("a", "group", "b", "user"));
        assertThat(change.ids()).containsExactly("a", "b", "c", "d", "e", "f", "g");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'replace','path':'displayName','value':'x'}",
                "{'op':'replace','value':{'displayName':'x'}}"
            })
    void leavesOtherOperationsAlone(String text) {
        PatchOperation operation = operation(text);

        assertThat(MembershipChange.of(operation, Conformance.TOLERANT)).isEmpty();
        assertThat(MembershipChange.rest(operation)).contains(operation);
    }

    @Test
    void leavesWhatElseIsInTheValue() {
        PatchOperation operation = operation("{'op':'replace','value':{'id':'g','members':[],'displayName':'x'}}");

        PatchOperation rest = MembershipChange.rest(operation).orElseThrow();

        assertThat(rest.value()).isEqualTo(ScimObject.of("id", "g").with("displayName", "x"));
    }

    @Test
    void leavesNothing_whenOnlyMembersAreInTheValue() {
        assertThat(MembershipChange.rest(operation("{'op':'replace','value':{'members':[]}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'add','path':'members','value':[{'display':'nobody'}]}",
                "{'op':'add','path':'members','value':[{'value':''}]}",
                "{'op':'add','path':'members','value':[true]}",
                "{'op':'remove','path':'members[display eq \\\"a\\\"]'}",
                "{'op':'remove','path':'members[not (value eq \\\"a\\\")]'}",
                "{'op':'replace','path':'members[value eq \\\"a\\\"]','value':{'value':'b'}}",
                "{'op':'replace','path':'members.value','value':'b'}",
                "{'op':'replace','path':'members'}",
                "{'op':'add','path':'members'}"
            })
    void refusesWhatNamesNoMembers(String operation) {
        assertThatThrownBy(() -> change(operation, Conformance.TOLERANT)).isInstanceOf(ScimException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'add','path':'members','value':[{'value':'a'},{'value':'b','type':'User','$ref':null}]}",
                "{'op':'remove','path':'members[value eq \\\"a\\\"]'}",
                "{'op':'remove','path':'members'}",
                "{'op':'replace','path':'members','value':[]}"
            })
    void readsStrictly(String operation) {
        assertThat(change(operation, Conformance.STRICT))
                .isEqualTo(change(operation, Conformance.TOLERANT))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'add','path':'members','value':{'value':'a'}}",
                "{'op':'add','path':'members','value':['a']}",
                "{'op':'add','path':'members','value':[{'value':'a','colour':'red'}]}",
                "{'op':'remove','path':'members[value eq a]'}"
            })
    void refusesStrictly(String operation) {
        assertThatThrownBy(() -> change(operation, Conformance.STRICT)).isInstanceOf(ScimException.class);
        assertThat(change(operation, Conformance.TOLERANT)).isPresent();
    }

    private static PatchOperation operation(String text) {
        ScimObject body = ScimObject.of("Operations", List.of(Documents.document(text.replace('\'', '"'))));
        return PatchOperation.parse(body, Conformance.TOLERANT).get(0);
    }

    private static Optional<MembershipChange> change(String operation, Conformance conformance) {
        Dialect dialect = Dialect.of(CoreSchemas.GROUP_TYPE, JsonText::findObject, conformance);
        return MembershipChange.of(
                dialect.operations(List.of(operation(operation))).get(0), conformance);
    }
}
