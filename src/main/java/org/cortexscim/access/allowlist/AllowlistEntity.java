package org.cortexscim.access.allowlist;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.util.List;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.storage.Ids;

/** The row of the allowlist; there is one, or none. */
@Entity
@Table(name = "ip_allowlist")
class AllowlistEntity {
    static final int ID = 1;

    @Id
    private int id = ID;

    private String version = "";

    @Lob
    @Basic(optional = false)
    private String entries = "";

    protected AllowlistEntity() {}

    AllowlistEntity(List<AllowedAddress> entries) {
        write(entries);
    }

    void write(List<AllowedAddress> list) {
        version = Ids.next();
        entries = JsonText.print(ScimObject.of(
                "entries", list.stream().map(AllowedAddress::document).toList()));
    }

    Allowlist toAllowlist() {
        return read(version, entries);
    }

    static Allowlist read(String version, String document) {
        List<AllowedAddress> list = JsonText.parseObject(document).objects("entries").stream()
                .map(AllowedAddress::of)
                .toList();
        return new Allowlist(version, list);
    }
}
