package org.cortexscim.schemas;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.schema.Discovery;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.storage.Ids;

/** The row of an extension: its definition, and a revision that no other state of any extension has. */
@Entity
@Table(name = "extension_schema")
@SuppressWarnings("UnusedVariable") // read by queries
class ExtensionSchemaEntity {
    @Id
    @Column(name = "urn_key")
    private String urnKey = "";

    private String urn = "";

    private String revision = "";

    private long created;

    @Column(name = "last_modified")
    private long lastModified;

    @Lob
    @Basic(optional = false)
    private String document = "";

    protected ExtensionSchemaEntity() {}

    ExtensionSchemaEntity(Schema schema, Instant now) {
        urnKey = key(schema.id());
        urn = schema.id();
        created = now.toEpochMilli();
        write(schema, now);
    }

    void write(Schema schema, Instant now) {
        document = JsonText.print(Discovery.definition(schema));
        revision = Ids.next();
        lastModified = now.toEpochMilli();
    }

    String document() {
        return document;
    }

    /** A URN's case makes no difference. */
    static String key(String urn) {
        return urn.toLowerCase(Locale.ROOT);
    }
}
