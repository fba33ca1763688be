package org.cortexscim.roles.assignment;

/**
 * What gives users a role: a value among their roles at the identity provider, or a group.
 *
 * @param key the {@link RoleValues#key key} of the value, which ignores case, or the group's id
 * @param name the value as it was given, or the group's name
 */
public record GrantSource(Kind kind, String key, String name) {

    /** The kinds of sources. A value gives one role, a group any number of them. */
    public enum Kind {
        VALUE,
        GROUP
    }

    static GrantSource value(String idpValue) {
        return new GrantSource(Kind.VALUE, RoleValues.key(idpValue), idpValue);
    }

    static GrantSource group(String id, String name) {
        return new GrantSource(Kind.GROUP, id, name);
    }
}
