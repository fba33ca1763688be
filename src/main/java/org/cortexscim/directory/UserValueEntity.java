package org.cortexscim.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** One value of a user's document under its search key, so that a filter can find it. */
@Entity
@Table(name = "scim_user_value")
@IdClass(UserValueId.class)
@SuppressWarnings("UnusedVariable") // filters read the columns, in SQL
class UserValueEntity {
    @Id
    @Column(name = "user_id")
    private String userId = "";

    @Id
    private String path = "";

    @Id
    private int element;

    @Column(name = "value_key")
    private String valueKey = "";

    protected UserValueEntity() {}

    UserValueEntity(String userId, IndexedValue value) {
        this.userId = userId;
        this.path = value.path();
        this.element = value.element();
        this.valueKey = value.key();
    }
}
