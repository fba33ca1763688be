package org.cortexscim.directory.membership;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** The membership of a user in a group. */
@Entity
@Table(name = "group_member")
@IdClass(GroupMemberEntity.Key.class)
@SuppressWarnings("UnusedVariable") // read in SQL
class GroupMemberEntity {
    @Id
    @Column(name = "group_id")
    private String groupId = "";

    @Id
    @Column(name = "member_id")
    private String memberId = "";

    /** The primary key of a membership. */
    record Key(String groupId, String memberId) implements Serializable {}

    protected GroupMemberEntity() {}

    GroupMemberEntity(String groupId, String memberId) {
        this.groupId = groupId;
        this.memberId = memberId;
    }
}
