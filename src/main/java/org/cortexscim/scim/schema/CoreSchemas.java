package org.cortexscim.scim.schema;

import static org.cortexscim.scim.schema.Attribute.binary;
import static org.cortexscim.scim.schema.Attribute.bool;
import static org.cortexscim.scim.schema.Attribute.complex;
import static org.cortexscim.scim.schema.Attribute.reference;
import static org.cortexscim.scim.schema.Attribute.string;
import static org.cortexscim.scim.schema.Mutability.READ_ONLY;
import static org.cortexscim.scim.schema.Mutability.WRITE_ONLY;

import java.util.List;

/** The schemas of RFC 7643 §4 that this service serves, every attribute with its characteristics (§8.7.1). */
public final class CoreSchemas {
    public static final String USER_URN = "urn:ietf:params:scim:schemas:core:2.0:User";
    public static final String GROUP_URN = "urn:ietf:params:scim:schemas:core:2.0:Group";
    public static final String ENTERPRISE_URN = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final int NAME_LENGTH = 254;

    /** RFC 7643 §4.1. */
    public static final Schema USER = new Schema(
            USER_URN,
            "User",
            "A person with an account in the workspace.",
            List.of(
                    string("userName", "The name that the user signs in with; in a workspace, an email address.")
                            .mandatory()
                            .unique()
                            .upTo(NAME_LENGTH),
                    complex(
                            "name",
                            "The parts of the user's name.",
                            part("formatted", "The whole name, as it is displayed."),
                            part("familyName", "The family name, or last name."),
                            part("givenName", "The given name, or first name."),
                            part("middleName", "The middle names."),
                            part("honorificPrefix", "The title before the name, such as Dr."),
                            part("honorificSuffix", "The suffix after the name, such as III.")),
                    part("displayName", "The name shown to other users."),
                    string("nickName", "The casual name of the user."),
                    reference("profileUrl", "A page about the user.", "external"),
                    string("title", "The user's position, such as Vice President."),
                    string("userType", "The relation to the organization, such as Contractor."),
                    string("preferredLanguage", "Languages the user prefers, as in an Accept-Language header."),
                    string("locale", "The locale for dates, numbers and currency, such as en-US."),
                    string("timezone", "The time zone in the IANA database's form, such as Europe/Paris."),
                    bool("active", "Whether the user may use the workspace."),
                    string("password", "Accepted and dropped: users sign in at the identity provider.")
                            .exactCase()
                            .with(WRITE_ONLY)
                            .with(Returned.NEVER),
                    plural(
                            "emails",
                            "Email addresses.",
                            string("value", "The email address."),
                            "work",
                            "home",
                            "other"),
                    plural(
                            "phoneNumbers",
                            "Telephone numbers, kept as given.",
                            string("value", "The telephone number."),
                            "work",
                            "home",
                            "mobile",
                            "fax",
                            "pager",
                            "other"),
                    plural(
                            "ims",
                            "Instant messaging addresses.",
                            string("value", "The address."),
                            "aim",
                            "gtalk",
                            "icq",
                            "xmpp",
                            "msn",
                            "skype",
                            "qq",
                            "yahoo"),
                    plural(
                            "photos",
                            "Pictures of the user.",
                            reference("value", "The picture's URL.", "external"),
                            "photo",
                            "thumbnail"),
                    complex(
                                    "addresses",
                                    "Postal addresses.",
                                    string("formatted", "The whole address, as on an envelope."),
                                    string("streetAddress", "Street, house number, box; may span lines."),
                                    string("locality", "City."),
                                    string("region", "State or region."),
                                    string("postalCode", "Postal code."),
                                    string("country", "Country, as an ISO 3166-1 alpha-2 code."),
                                    string("type", "The purpose of the address.")
                                            .suggesting("work", "home", "other"),
                                    primary())
                            .multi(),
                    complex(
                                    "groups",
                                    "The groups that the user belongs to; changed through the groups.",
                                    string("value", "The group's id.").with(READ_ONLY),
                                    reference("$ref", "The group's URI.", "User", "Group")
                                            .with(READ_ONLY),
                                    string("display", "The group's name.").with(READ_ONLY),
                                    string("type", "Whether the user is in the group itself, or in a group inside it.")
                                            .suggesting("direct", "indirect")
                                            .with(READ_ONLY))
                            .multi()
                            .with(READ_ONLY),
                    plural(
                            "entitlements",
                            "The user's entitlements.",
                            string("value", "The entitlement."),
                            "work",
                            "other"),
                    plural(
                            "roles",
                            "The user's roles at the identity provider.",
                            string("value", "The role."),
                            "work",
                            "other",
                            "WindowsAzureActiveDirectoryRole"),
                    plural(
                            "x509Certificates",
                            "Certificates issued to the user.",
                            binary("value", "The certificate: DER in Base64."),
                            "work",
                            "home",
                            "other")));

    /** RFC 7643 §4.2. */
    public static final Schema GROUP = new Schema(
            GROUP_URN,
            "Group",
            "A group of users and other groups.",
            List.of(
                    string("displayName", "The group's name, which is unique.")
                            .mandatory()
                            .unique()
                            .upTo(NAME_LENGTH),
                    complex(
                                    "members",
                                    "The users and groups in the group.",
                                    string("value", "The member's id.").with(Mutability.IMMUTABLE),
                                    reference("$ref", "The member's URI.", "User", "Group")
                                            .with(Mutability.IMMUTABLE),
                                    string("display", "The displayName; of a user who has none, the userName.")
                                            .with(READ_ONLY),
                                    string("type", "The kind of member.")
                                            .suggesting("User", "Group")
                                            .with(Mutability.IMMUTABLE))
                            .multi()));

    /** RFC 7643 §4.3. */
    public static final Schema ENTERPRISE_USER = new Schema(
            ENTERPRISE_URN,
            "EnterpriseUser",
            "A user's place in an organization.",
            List.of(
                    string("employeeNumber", "The number or code that the organization assigned to the user."),
                    string("costCenter", "The cost center."),
                    string("organization", "The organization."),
                    string("division", "The division."),
                    string("department", "The department."),
                    complex(
                            "manager",
                            "The user's manager.",
                            string("value", "The id of the manager's user."),
                            reference("$ref", "The URI of the manager's user.", "User"),
                            string("displayName", "The manager's name.").with(READ_ONLY))));

    public static final ResourceType USER_TYPE =
            new ResourceType("User", "/Users", "User accounts.", USER, List.of(ENTERPRISE_USER));

    public static final ResourceType GROUP_TYPE =
            new ResourceType("Group", "/Groups", "Groups of users and other groups.", GROUP, List.of());

    private CoreSchemas() {}

    /** Whether the path names an attribute that no answer shows and no filter may ask for, such as the password. */
    public static boolean isSecret(String path) {
        return USER_TYPE
                .find(path)
                .filter(ref -> ref.leaf().returned() == Returned.NEVER)
                .isPresent();
    }

    private static Attribute part(String name, String description) {
        return string(name, description).upTo(NAME_LENGTH);
    }

    /** The usual multi-valued attribute: value, display, type, primary (RFC 7643 §2.4). */
    private static Attribute plural(String name, String description, Attribute value, String... types) {
        return complex(
                        name,
                        description,
                        value,
                        string("display", "A name for people to read."),
                        string("type", "The purpose of the value.").suggesting(types),
                        primary())
                .multi();
    }

    private static Attribute primary() {
        return bool("primary", "Whether this is the preferred value; true at most once.");
    }
}
